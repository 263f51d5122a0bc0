#pragma once
#include "data/atlas_file.hpp"
#include "data/translations.hpp"
#include <filesystem>
#include <string>
#include <vector>

namespace data {

enum class ProblemLevel { error, warning };
struct Problem {
    ProblemLevel level = ProblemLevel::error;
    std::string text; ///< file, layer or row, what is wrong, what to do
};

struct ValidationReport {
    std::vector<Problem> problems;
    std::size_t facts = 0, sources = 0, series = 0, layers = 0, features = 0, conflicts = 0, partial = 0;
    std::vector<Translation> translations; ///< of the atlas, and of the interface when the caller adds it
    [[nodiscard]] bool ok() const;         ///< no errors
};

/// Loads everything an atlas names and checks it: every fact has a source, every overlay's series and path exists and
/// chains, no overlay mixes scopes or units, geometry in range. What is not
/// translated is no fault: it is listed in `translations`.
ValidationReport validate_atlas(const std::filesystem::path& folder);

} // namespace data

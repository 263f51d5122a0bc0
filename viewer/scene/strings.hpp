#pragma once
#include "base/result.hpp"
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace scene {

/// Interface texts of one language with English beneath. Keys are words such as "layers" or "state.published".
class Strings {
public:
    [[nodiscard]] const std::string& operator()(std::string_view key) const; ///< the key itself when no language has it
    std::string language = "en";
    bool right_to_left = false; ///< "script.direction" of the language file
    std::map<std::string, std::string, std::less<>> texts, fallback;

private:
    mutable std::map<std::string, std::string, std::less<>>
        unknown_; ///< keys nobody has, kept so that they can be returned
};

/// Reads assets/lang/<language>.toml and en.toml.
base::Result<Strings> load_strings(const std::filesystem::path& folder, const std::string& language);

} // namespace scene

#pragma once
#include "base/result.hpp"
#include "data/atlas_file.hpp"
#include "data/facts.hpp"
#include "data/vector_layer.hpp"
#include <string>
#include <string_view>
#include <vector>

/// What an atlas and the program do not yet say in a language; English stands in for it.
namespace data {

/// One set of texts in one language.
struct Translation {
    std::string language;
    std::string where; ///< "atlas.toml", "assets/lang/kk.toml", "names: city"
    std::size_t total = 0;
    std::vector<std::string> missing; ///< keys, places in the file, or names in English
    std::vector<std::string> review;  ///< there, but marked "# review" for a native reader
};

/// The keys of lines that carry a "# review" comment, as "table.key" ("unit.trains"; of a list of tables the last
/// `id`: "horgos.name.kk"). For text that is valid TOML.
[[nodiscard]] std::vector<std::string> review_marks(std::string_view toml_text);

/// The localized fields of atlas.toml, one entry a language of the atlas.
[[nodiscard]] std::vector<Translation> atlas_translations(const AtlasFile& atlas);

/// The names on the map: features of the point and label layers with a name in `layers`, and the subjects of the facts
/// among `facts`, by kind and language.
[[nodiscard]] std::vector<Translation> name_translations(const AtlasFile& atlas, const std::vector<VectorLayer>& layers,
                                                         const FactTable& facts);

/// The interface texts in `folder` (assets/lang), each language against en.toml.
base::Result<std::vector<Translation>> interface_translations(const std::filesystem::path& folder,
                                                              const std::vector<std::string>& languages);

} // namespace data

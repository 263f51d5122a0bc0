#include "data/translations.hpp"
#include "base/toml_file.hpp"
#include "data/text_file.hpp"
#include <algorithm>
#include <map>
#include <set>

namespace data {
namespace {

constexpr std::size_t kMaxBytes = 4U << 20U;

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// The key before " = ", without quotes; "" for other lines.
std::string key_of(std::string_view line)
{
    const auto equals = line.find(" = ");
    if (equals == std::string_view::npos || line.starts_with('#')) return {};
    std::string key(trimmed(line.substr(0, equals)));
    key.erase(std::remove(key.begin(), key.end(), '"'), key.end());
    return key;
}

/// True when the line ends in a comment that begins with the mark; a '#' within quotes is no comment.
bool marked(std::string_view line)
{
    const auto comment = line.rfind("# review");
    return comment != std::string_view::npos && line.find('"', comment) == std::string_view::npos;
}

void flatten(const toml::table& table, const std::string& prefix, std::set<std::string>& keys)
{
    for (const auto& [name, node] : table) {
        const auto key = prefix + std::string(name.str());
        if (const auto* inner = node.as_table())
            flatten(*inner, key + ".", keys);
        else if (const auto text = node.value_exact<std::string>(); text && !text->empty())
            keys.insert(key);
    }
}

/// Grammar that a language adds for itself, and English texts that need none.
bool own_grammar(const std::string& key)
{
    return key.starts_with("plural.") || key.starts_with("unit_case.") || key.starts_with("unit_shift.");
}

bool named_on_map(const Feature& feature)
{
    return !feature.attribute("en").empty() || !feature.attribute("name").empty();
}

} // namespace

std::vector<std::string> review_marks(std::string_view toml_text)
{
    std::vector<std::string> found;
    std::string table;
    while (!toml_text.empty()) {
        const auto end = std::min(toml_text.find('\n'), toml_text.size());
        const auto line = trimmed(toml_text.substr(0, end));
        toml_text.remove_prefix(std::min(end + 1, toml_text.size()));
        if (line.starts_with('[') && line.find('=') == std::string_view::npos) {
            const auto name = line.substr(line.find_first_not_of('['));
            table = std::string(name.substr(0, name.find(']')));
            continue;
        }
        const auto key = key_of(line);
        if (key == "id") { // an entry of a list is told by its id
            const auto quote = line.find('"');
            table = std::string(line.substr(quote + 1, line.rfind('"') - quote - 1));
        }
        if (marked(line)) found.push_back(table.empty() ? key : table + "." + key);
    }
    return found;
}

std::vector<Translation> atlas_translations(const AtlasFile& atlas)
{
    const auto text = read_text_file(atlas.folder / "atlas.toml", kMaxBytes);
    const auto marks = text ? review_marks(*text) : std::vector<std::string>{};
    std::vector<Translation> out;
    for (const auto& language : atlas.languages) {
        Translation one{language, "atlas.toml", atlas.texts.size(), {}, {}};
        for (const auto& field : atlas.texts)
            if (std::find(field.languages.begin(), field.languages.end(), language) == field.languages.end())
                one.missing.push_back(field.place);
        for (const auto& mark : marks)
            if (mark.ends_with("." + language) || mark.find(' ' + language + ' ') != std::string::npos)
                one.review.push_back(mark);
        out.push_back(std::move(one));
    }
    return out;
}

std::vector<Translation> name_translations(const AtlasFile& atlas, const std::vector<VectorLayer>& layers,
                                           const FactTable& facts)
{
    // id -> kind, of everything that a label, card or list may name
    std::map<std::string, std::string> named;
    for (const auto& subject : facts.subjects) named[subject.first] = subject.second.kind;
    std::vector<const Feature*> features;
    for (const auto& layer : layers)
        for (const auto& feature : layer.features)
            if (!feature.id.empty() && named_on_map(feature) && !named.contains(feature.id)) {
                if (layer.kind == LayerKind::point || !feature.attribute("en").empty()) features.push_back(&feature);
            }
    std::vector<Translation> out;
    for (const auto& language : atlas.languages) {
        std::map<std::string, Translation> kinds;
        const auto count = [&](const std::string& kind, bool there, const std::string& english) {
            auto& one = kinds[kind];
            ++one.total;
            if (!there) one.missing.push_back(english);
        };
        for (const auto& [id, kind] : named) {
            const auto& names = facts.subjects.at(id).name;
            count(kind, names.contains(language), facts.subject_name(id, "en"));
        }
        for (const auto* feature : features)
            count(std::string(feature->attribute("kind")),
                  !feature->attribute(language).empty() || !feature->attribute("name_" + language).empty(),
                  std::string(feature->attribute(feature->attribute("en").empty() ? "name" : "en")));
        for (auto& [kind, one] : kinds) {
            one.language = language;
            one.where = "names: " + kind;
            std::sort(one.missing.begin(), one.missing.end());
            out.push_back(std::move(one));
        }
    }
    return out;
}

base::Result<std::vector<Translation>> interface_translations(const std::filesystem::path& folder,
                                                              const std::vector<std::string>& languages)
{
    const auto english = base::read_toml(folder / "en.toml");
    if (!english) return tl::unexpected(english.error());
    std::set<std::string> wanted;
    flatten(*english, "", wanted);
    std::vector<Translation> out;
    for (const auto& language : languages) {
        const auto file = folder / (language + ".toml");
        const auto text = read_text_file(file, kMaxBytes);
        if (!text) return tl::unexpected(text.error());
        const auto table = base::parse_toml(*text, file.string());
        if (!table) return tl::unexpected(table.error());
        std::set<std::string> own;
        flatten(*table, "", own);
        Translation one{language, "assets/lang/" + language + ".toml", 0, {}, review_marks(*text)};
        for (const auto& key : wanted) {
            if (own_grammar(key)) continue;
            ++one.total;
            if (!own.contains(key)) one.missing.push_back(key);
        }
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace data

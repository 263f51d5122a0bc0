#include "scene/strings.hpp"
#include "base/toml_file.hpp"
#include "scene/isolates.hpp"
#include <sstream>
#include <toml++/toml.h>

namespace scene {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

base::Result<void> flatten(const std::string& file, const std::string& prefix, const toml::table& table, Texts& texts)
{
    for (const auto& [name, node] : table) {
        const std::string key = prefix.empty() ? std::string(name.str()) : prefix + "." + std::string(name.str());
        if (const auto* inner = node.as_table()) {
            if (auto read = flatten(file, key, *inner, texts); !read) return read;
        } else if (const auto text = node.value_exact<std::string>()) {
            texts[key] = *text;
        } else {
            std::ostringstream where;
            where << file << ", line " << node.source().begin.line << ", key '" << key << "'";
            return base::fail("expected a text", where.str(), "put the text in double quotes");
        }
    }
    return {};
}

base::Result<Texts> read_texts(const std::filesystem::path& file)
{
    const auto table = base::read_toml(file);
    if (!table) return tl::unexpected(table.error());
    Texts texts;
    if (auto read = flatten(file.string(), "", *table, texts); !read) return tl::unexpected(read.error());
    return texts;
}

} // namespace

const std::string& Strings::operator()(std::string_view key) const
{
    if (const auto own = texts.find(key); own != texts.end() && !own->second.empty()) return own->second;
    if (const auto english = fallback.find(key); english != fallback.end()) return english->second;
    const auto kept = unknown_.find(key);
    return kept != unknown_.end() ? kept->second : unknown_.emplace(std::string(key), std::string(key)).first->second;
}

base::Result<Strings> load_strings(const std::filesystem::path& folder, const std::string& language)
{
    Strings strings;
    strings.language = language;
    auto english = read_texts(folder / "en.toml");
    if (!english) return tl::unexpected(english.error());
    strings.fallback = std::move(*english);
    if (language == "en") {
        strings.texts = strings.fallback;
        return strings;
    }
    auto own = read_texts(folder / (language + ".toml"));
    if (!own) return tl::unexpected(own.error());
    strings.texts = std::move(*own);
    const auto direction = strings.texts.find("script.direction");
    strings.right_to_left = direction != strings.texts.end() && direction->second == "rtl";
    if (strings.right_to_left)
        for (auto& [key, text] : strings.fallback) text = as_fallback(text);
    return strings;
}

} // namespace scene

#include "scene/label_text.hpp"
#include <cstdint>

namespace scene {
namespace {

/// Two-byte letters: Latin-1 Supplement, Cyrillic and its supplement. Returns the capital's code point.
std::uint32_t capital(std::uint32_t c)
{
    if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 0x20;
    if (c >= 0x0100 && c <= 0x017F) return c % 2 ? c - 1 : c;
    if (c >= 0x0430 && c <= 0x044F) return c - 0x20;
    if (c >= 0x0450 && c <= 0x045F) return c - 0x50;
    if (c >= 0x0460 && c <= 0x052F) return c % 2 ? c - 1 : c;
    return c;
}

std::string non_empty(std::string_view text) { return std::string(text); }

} // namespace

std::string upper_case(std::string_view utf8)
{
    std::string out;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto b = static_cast<unsigned char>(utf8[i]);
        if (b >= 'a' && b <= 'z') {
            out += static_cast<char>(b - 32);
        } else if (b >= 0xC3 && b <= 0xD4 && i + 1 < utf8.size()) {
            const std::uint32_t c =
                capital(static_cast<std::uint32_t>((b & 0x1F) << 6 | (static_cast<unsigned char>(utf8[++i]) & 0x3F)));
            out += static_cast<char>(0xC0 | c >> 6);
            out += static_cast<char>(0x80 | (c & 0x3F));
        } else {
            out += static_cast<char>(b);
        }
    }
    return out;
}

std::string feature_name(const data::Feature& feature, const std::string& language)
{
    for (const std::string& key :
         {language, "name_" + language, std::string("en"), std::string("name"), std::string("zh")})
        if (const auto text = feature.attribute(key); !text.empty()) return non_empty(text);
    return {};
}

std::string local_name(const data::Feature& feature, const std::string& language)
{
    if (language == "zh") return {};
    auto zh = feature.attribute("zh");
    if (zh.empty()) zh = feature.attribute("name_zh");
    return zh == feature_name(feature, language) ? std::string{} : std::string(zh);
}

std::string subject_label(const data::Feature& feature, const data::FactTable* facts, const std::string& language)
{
    if (facts) {
        const auto subject = facts->subjects.find(feature.id);
        if (subject != facts->subjects.end()) {
            const auto name = subject->second.name.find(language);
            if (name != subject->second.name.end() && !name->second.empty()) return name->second;
        }
    }
    return language == "zh" ? std::string(feature.attribute("name_zh")) : feature_name(feature, language);
}

} // namespace scene

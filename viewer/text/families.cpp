#include "text/families.hpp"
#include "base/log.hpp"
#include "base/toml_file.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <toml++/toml.h>

namespace text {

/// Reads fonts.toml.
struct FamiliesFile {
    using Family = Families::Family;

    static base::Result<Family> family(const toml::table& table, const std::filesystem::path& folder)
    {
        Family family;
        family.name = table["name"].value_or(std::string{"without a name"});
        constexpr const char* kKeys[] = {"regular", "bold", "italic"};
        for (std::size_t cut = 0; cut < Families::kCuts; ++cut) {
            const auto file = table[kKeys[cut]].value<std::string>();
            if (file) family.files[cut].path = folder / *file;
            family.files[cut].failed = !file;
        }
        if (family.files[Families::regular].failed)
            return base::fail(fmt::format("family '{}' has no file for 'regular'", family.name), "fonts.toml",
                              "add regular = \"file.ttf\"");
        family.scale = std::clamp(table["scale"].value_or(1.0f), 0.5f, 2.0f);
        family.may_slant = table["slant"].value_or(true);
        family.hinted = table["hinted"].value_or(false);
        if (const auto language = table["language"].value<std::string>())
            family.language = hb_language_from_string(language->c_str(), -1);
        if (const auto* scripts = table["scripts"].as_array())
            for (const auto& script : *scripts)
                if (const auto tag = script.value<std::string>())
                    family.scripts.push_back(hb_script_from_string(tag->c_str(), -1));
        return family;
    }

    /// "/usr/share/fonts/.../NotoSansCJK-Regular.ttc#2": left out when it is not installed.
    static void add_installed(const std::string& name, std::vector<Family>& families)
    {
        const auto hash = name.rfind('#');
        Family family;
        family.name = name;
        family.installed = true;
        for (auto& file : family.files) file.failed = true;
        auto& regular = family.files[Families::regular];
        regular.path = name.substr(0, hash);
        if (hash != std::string::npos)
            std::from_chars(name.data() + hash + 1, name.data() + name.size(), regular.number);
        std::error_code ignored;
        regular.failed = !std::filesystem::is_regular_file(regular.path, ignored);
        if (!regular.failed) families.push_back(std::move(family));
    }

    static base::Result<std::vector<Family>> read(const std::filesystem::path& folder)
    {
        const auto path = folder / "fonts.toml";
        std::vector<Family> families;
        const auto file = base::read_toml(path);
        if (!file) return tl::unexpected(file.error());
        const auto* list = (*file)["family"].as_array();
        if (!list || list->empty()) return base::fail("no [[family]] in it", path.string(), "name at least one font");
        for (const auto& entry : *list) {
            const auto* table = entry.as_table();
            if (!table) return base::fail("'family' is not a list of tables", path.string(), "write [[family]]");
            auto one = family(*table, folder);
            if (!one) return base::within(folder.string(), one.error());
            families.push_back(std::move(*one));
        }
        if (const auto* installed = (*file)["fallback"].as_array())
            for (const auto& entry : *installed)
                if (const auto name = entry.value<std::string>()) add_installed(*name, families);
        if (families.size() > 60) return base::fail("more than 60 families", path.string(), "name fewer fonts");
        return families;
    }
};

namespace {

bool covers_latin(const Face& face)
{
    constexpr std::string_view kLatin = "AZaz09";
    return std::ranges::all_of(kLatin, [&](char c) { return face.has(static_cast<char32_t>(c)); });
}

} // namespace

base::Result<Families> Families::open(const std::filesystem::path& folder)
{
    auto read = FamiliesFile::read(folder);
    if (!read) return tl::unexpected{read.error()};
    Families result;
    result.families_ = std::move(*read);
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return base::fail("FreeType does not start", folder.string());
    result.library_.reset(library);

    for (auto& family : result.families_)
        for (auto& file : family.files) {
            std::error_code ignored;
            if (file.failed || std::filesystem::is_regular_file(file.path, ignored)) continue;
            file.failed = true;
            base::log(base::Severity::warning,
                      fmt::format("{}: font '{}' is missing", file.path.string(), family.name));
        }
    for (std::size_t i = 0; i < result.families_.size() && !result.families_[i].installed; ++i) {
        const FaceChoice* choice = result.choose(i, false, false);
        if (!choice || !covers_latin(*choice->face)) continue;
        result.primary_ = i;
        return result;
    }
    return base::fail("none of the fonts can be read and has the Latin letters", (folder / "fonts.toml").string(),
                      "put the font files back; make_fonts.py makes them");
}

const Face* Families::load(File& file)
{
    if (file.face || file.failed) return file.face.get();
    auto face = Face::open(library_.get(), file.path, file.number);
    if (face) return (file.face = std::move(*face)).get();
    file.failed = true;
    base::log(base::Severity::warning, face.error().text());
    return nullptr;
}

const FaceChoice* Families::choose(std::size_t index, bool want_bold, bool want_italic)
{
    Family& family = families_[index];
    const std::size_t slot = (want_bold ? 1u : 0u) + (want_italic ? 2u : 0u);
    FaceChoice& choice = family.choices[slot];
    if (choice.face) return &choice;

    // A bold italic is slanted from the bold: weight tells more than the true italic's letter forms.
    const auto try_cut = [&](Cut cut) { return choice.face || (choice.face = load(family.files[cut])); };
    bool has_weight = !want_bold;
    bool has_slope = !want_italic;
    if (want_bold && try_cut(bold)) has_weight = true;
    if (want_italic && !choice.face && try_cut(italic)) has_slope = true;
    if (!try_cut(regular)) return nullptr;
    choice.id = static_cast<std::uint8_t>(index * 4 + slot);
    choice.thicken = !has_weight;
    choice.slant = !has_slope && family.may_slant;
    choice.hinted = family.hinted;
    choice.scale = family.scale;
    choice.language = family.language;
    return &choice;
}

bool Families::claimed(const FaceChoice& choice, hb_script_t script) const
{
    const auto& scripts = families_[choice.id / 4u].scripts;
    return std::ranges::find(scripts, script) != scripts.end();
}

const FaceChoice* Families::find(char32_t code, hb_script_t script, bool want_bold, bool want_italic)
{
    for (const bool claiming : {true, false})
        for (std::size_t i = 0; i < families_.size(); ++i) {
            const auto& scripts = families_[i].scripts;
            if ((std::ranges::find(scripts, script) != scripts.end()) != claiming) continue;
            const FaceChoice* choice = choose(i, want_bold, want_italic);
            if (choice && choice->face->has(code)) return choice;
        }
    return nullptr;
}

const FaceChoice& Families::primary(bool want_bold, bool want_italic)
{
    return *choose(primary_, want_bold, want_italic); // its regular is open since open(), so it is never null
}

std::vector<std::string> Families::names() const
{
    std::vector<std::string> names;
    for (const auto& family : families_) names.push_back(family.name);
    return names;
}

std::size_t Families::bytes() const
{
    std::size_t sum = 0;
    for (const auto& family : families_)
        for (const auto& file : family.files)
            if (file.face) sum += file.face->bytes();
    return sum;
}

} // namespace text

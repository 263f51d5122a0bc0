#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace fs = std::filesystem;

namespace {

const fs::path kRoot = ATLAS_SOURCE_DIR;

/// What each room may include of the others (DESIGN section 3): its own name is always allowed.
const std::map<std::string, std::set<std::string>> kMayInclude{
    {"base", {}},
    {"geo", {"base"}},
    {"data", {"base", "geo"}},
    {"text", {"base"}},
    {"scene", {"base", "geo", "data", "text"}},
    {"gpu", {"base"}},
    {"render", {"base", "geo", "data", "scene", "text", "gpu"}},
    {"ui", {"base", "geo", "data", "scene", "text"}},
    {"kiosk", {"base", "geo", "data", "scene", "text"}},
    {"print", {"base", "geo", "data", "scene", "text"}},
    {"app", {"base", "geo", "data", "text", "scene", "gpu", "render", "ui", "kiosk", "print"}},
};

/// Libraries that only some rooms may see.
const std::vector<std::pair<std::regex, std::set<std::string>>> kLibraries{
    {std::regex("^(gdal|ogr|cpl_).*"), {"data"}},
    {std::regex("^(proj\\.h|proj_.*|geodesic\\.h|geos.*|GL/glu\\.h)"), {"geo"}},
    {std::regex("^(epoxy/.*|GL/(gl|glext|glcorearb)\\.h)"), {"gpu", "render"}},
    {std::regex("^imgui.*"), {"ui", "app"}},
    {std::regex("^SDL.*"), {"app"}},
    {std::regex("^cairo.*"), {"print"}},
};

std::string read(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<fs::path> sources(const fs::path& folder)
{
    std::vector<fs::path> files;
    if (!fs::exists(folder)) return files; // a room that has no file yet
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (const auto e = entry.path().extension();
            e == ".cpp" || e == ".hpp" || e == ".glsl" || e == ".vert" || e == ".frag")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

TEST(Architecture, includes_run_one_way)
{
    const std::regex include("#include\\s+[<\"]([^>\"]+)[>\"]");
    for (const auto& [room, allowed] : kMayInclude) {
        for (const auto& file : sources(kRoot / "viewer" / room)) {
            const std::string text = read(file);
            for (auto it = std::sregex_iterator(text.begin(), text.end(), include); it != std::sregex_iterator();
                 ++it) {
                const std::string target = (*it)[1];
                const auto slash = target.find('/');
                const std::string head = slash == std::string::npos ? "" : target.substr(0, slash);
                if (kMayInclude.contains(head)) {
                    EXPECT_TRUE(head == room || allowed.contains(head)) << file << " includes " << target;
                }
                for (const auto& [library, rooms] : kLibraries) {
                    if (std::regex_match(target, library)) {
                        EXPECT_TRUE(rooms.contains(room)) << file << " includes " << target;
                    }
                }
            }
        }
    }
}

TEST(Architecture, files_answer_one_question)
{
    for (const auto* folder : {"viewer", "shaders", "tests"})
        for (const auto& file : sources(kRoot / folder)) {
            const std::string text = read(file);
            EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 600) << file;
        }
}

TEST(Architecture, paths_named_in_the_guides_exist)
{
    const std::regex path("`((?:viewer|shaders|geodata|assets|tests|\\.ci)/[A-Za-z0-9_./-]*)`");
    for (const auto* guide : {"ARCHITECTURE.md", "README.md", "geodata/README.md"}) {
        const std::string text = read(kRoot / guide);
        EXPECT_FALSE(text.empty()) << guide;
        for (auto it = std::sregex_iterator(text.begin(), text.end(), path); it != std::sregex_iterator(); ++it)
            EXPECT_TRUE(fs::exists(kRoot / (*it)[1].str())) << guide << " names " << (*it)[1];
    }
    const std::string architecture = read(kRoot / "ARCHITECTURE.md");
    for (const auto& room : fs::directory_iterator(kRoot / "viewer"))
        EXPECT_NE(architecture.find("viewer/" + room.path().filename().string()), std::string::npos) << room.path();
}

TEST(Architecture, only_the_agreed_rooms_at_the_top)
{
    const std::set<std::string> agreed{"viewer", "shaders", "geodata", "assets", "tests", ".ci", ".git", "build"};
    for (const auto& entry : fs::directory_iterator(kRoot))
        if (entry.is_directory()) { EXPECT_TRUE(agreed.contains(entry.path().filename().string())) << entry.path(); }
}

TEST(Architecture, no_forbidden_words)
{
    // Vague names, machine paths and registry hosts; spelled in pieces so that this file does not find itself.
    const std::regex names("class \\w*(Mana"
                           "ger|Hel"
                           "per|Ut"
                           "ils?)\\b");
    const std::regex places("/wo"
                            "rk/|registry\\.npm"
                            "js|deb\\.deb"
                            "ian\\.org");
    for (const auto& file : sources(kRoot / "viewer")) {
        const std::string text = read(file);
        EXPECT_FALSE(std::regex_search(text, names)) << file;
    }
    for (const auto* folder : {"viewer", "shaders", "geodata/build", "assets", "tests", ".ci"})
        for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
            if (!entry.is_regular_file() || entry.file_size() > 1'000'000) continue;
            const auto e = entry.path().extension();
            if (e == ".png" || e == ".ttf" || e == ".otf" || e == ".gpkg" || e == ".tif") continue;
            EXPECT_FALSE(std::regex_search(read(entry.path()), places)) << entry.path();
        }
}

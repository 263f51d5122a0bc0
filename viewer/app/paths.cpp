#include "app/paths.hpp"
#include <cstdlib>
#include <vector>

namespace app {
namespace {

namespace fs = std::filesystem;

base::Result<fs::path> first_with(const char* variable, const std::vector<fs::path>& candidates, const char* mark,
                                  const char* what)
{
    if (const char* set = std::getenv(variable)) {
        if (fs::exists(fs::path(set) / mark)) return fs::path(set);
        return base::fail(std::string("no ") + mark + " in it", std::string(variable) + "=" + set,
                          "point it at the folder of the " + std::string(what));
    }
    for (const auto& folder : candidates)
        if (fs::exists(folder / mark)) return folder;
    return base::fail(std::string("the ") + what + " were not found", {},
                      std::string("set ") + variable + " to their folder");
}

} // namespace

base::Result<Paths> find_paths()
{
    const fs::path source = ATLAS_SOURCE_DIR, installed = ATLAS_DATA_DIR;
    auto assets = first_with("CORRIDOR_ATLAS_ASSETS", {source / "assets", installed / "assets"}, "themes", "assets");
    if (!assets) return tl::unexpected(assets.error());
    auto geodata =
        first_with("CORRIDOR_ATLAS_GEODATA", {source / "geodata", installed / "geodata"}, "atlas.toml", "geodata");
    if (!geodata) return tl::unexpected(geodata.error());
    return Paths{*assets, *geodata};
}

} // namespace app

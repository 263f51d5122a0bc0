#pragma once
#include "base/result.hpp"
#include <filesystem>

namespace app {

/// Where the program's own files are: $CORRIDOR_ATLAS_ASSETS / _GEODATA, else beside the source tree it was built
/// from, else the installed share folder.
struct Paths {
    std::filesystem::path assets;
    std::filesystem::path geodata;
};
base::Result<Paths> find_paths();

} // namespace app

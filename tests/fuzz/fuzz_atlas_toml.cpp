// The atlas file: everything that it refers to exists, or it is refused with the place of the fault.
#include "data/atlas_file.hpp"
#include "fuzz/fuzz_target.hpp"
#include "fuzz/input_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const fuzz::InputFolder folder("atlas_toml");
    folder.write("atlas.toml", fuzz::as_text(data, size));
    std::vector<base::Error> warnings;
    const auto atlas = data::load_atlas_file(folder.path(), &warnings);
    if (!atlas) {
        fuzz::require(atlas.error().text().find("atlas.toml") != std::string::npos, "an error names the file");
        return 0;
    }
    fuzz::require(atlas->view(atlas->home_view) != nullptr, "the home view exists");
    fuzz::require(atlas->first_year <= atlas->last_year, "the years are in order");
    for (const auto& view : atlas->views) {
        fuzz::require(atlas->projection(view.projection) != nullptr, "a view's projection exists");
        fuzz::require(view.width_km > 0, "a view has a width");
    }
    return 0;
}

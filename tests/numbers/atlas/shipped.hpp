#pragma once
#include "app/loader.hpp"
#include "data/atlas_file.hpp"
#include <memory>

/// The shipped atlas, loaded once for all tests of numbers.
inline const data::Dataset& shipped()
{
    static const data::Dataset dataset = [] {
        data::Dataset d;
        auto atlas = data::load_atlas_file(std::filesystem::path(ATLAS_SOURCE_DIR) / "geodata");
        if (!atlas) throw std::runtime_error(atlas.error().text());
        d.atlas = std::make_shared<const data::AtlasFile>(std::move(*atlas));
        base::Worker worker(2);
        app::start_loading(worker, d);
        worker.wait_and_deliver();
        return d;
    }();
    return dataset;
}

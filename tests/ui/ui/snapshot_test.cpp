#include "data/raster.hpp"
#include "soft_raster.hpp"
#include "stage.hpp"
#include <cstdlib>

/// Pictures of the panels for a person to look at: ATLAS_UI_SNAPSHOTS=/some/folder ui_ui --gtest_filter='Snapshot*'.
class Snapshot : public Stage {
protected:
    void SetUp() override
    {
        const char* folder = std::getenv("ATLAS_UI_SNAPSHOTS");
        if (!folder) GTEST_SKIP() << "set ATLAS_UI_SNAPSHOTS to a folder";
        folder_ = folder;
        std::filesystem::create_directories(folder_);
    }
    void save(const std::string& name)
    {
        for (int i = 0; i < 3; ++i) frame(); // panels settle to their content
        const auto sea = theme->color("map.sea");
        const auto byte = [](float c) { return static_cast<std::uint32_t>(c * 255); };
        const auto pixels =
            soft_raster(*ImGui::GetDrawData(), engine->atlas(), byte(sea.r) << 16 | byte(sea.g) << 8 | byte(sea.b));
        const auto written = data::write_png(folder_ / (name + ".png"), state.viewport.width_px,
                                             state.viewport.height_px, 4, pixels.data());
        EXPECT_TRUE(written) << written.error().text();
    }
    std::filesystem::path folder_;
};

TEST_F(Snapshot, Desktop)
{
    pointer_text = "44.21° N 80.41° E";
    state.selection = scene::Selection{"port", "horgos"};
    save("desktop");
    state.selection = scene::Selection{"region", "xinjiang"};
    state.expanded_layer = "roads";
    state.year = 2022;
    save("region");
    state.alternative_currency = true;
    state.year = 2017;
    save("absent");
}

TEST_F(Snapshot, Themes)
{
    state.selection = scene::Selection{"port", "horgos"};
    state.year = 2020;
    use("paper", "zh");
    save("paper_zh");
    use("contrast", "ru");
    save("contrast_ru");
    use("dusk", "ug");
    save("dusk_ug");
    use("dusk", "kk");
    save("dusk_kk");
}

TEST_F(Snapshot, Small)
{
    size(1024, 700);
    save("small_1024");
    state.selection = scene::Selection{"port", "horgos"};
    save("small_1024_card");
    size(800, 600);
    save("small_800");
    state.selection.reset();
    save("small_800_layers");
    size(1366, 768);
    save("laptop");
    size(3840, 2160, 2);
    scene.px_per_unit = 0.0028;
    state.selection = scene::Selection{"port", "horgos"};
    save("large_4k");
}

TEST_F(Snapshot, AboutProblemsAndChooser)
{
    state.about_open = true;
    save("about");
    state.about_open = false;
    dataset.parts_done = 5;
    dataset.problems = {{"no such layer 'rivers'", "atlas.toml, layer 'rivers'", "check the file"},
                        {"bad number 'x'", "facts.csv, row 12", ""}};
    state.candidates = {{"port", "horgos"}, {"port", "alashankou"}, {"region", "xinjiang"}};
    state.overlay = "port_value";
    save("problems");
    frame();
    tap("problems_toggle");
    save("problems_open");
}

TEST_F(Snapshot, ShippedAtlas)
{
    const std::filesystem::path folder = std::filesystem::path(ATLAS_SOURCE_DIR) / "geodata";
    auto atlas = data::load_atlas_file(folder);
    ASSERT_TRUE(atlas) << atlas.error().text();
    auto facts = data::load_facts(folder);
    ASSERT_TRUE(facts) << facts.error().text();
    dataset.series = std::make_shared<data::SeriesTable>(data::build_series(*facts, *atlas));
    for (const auto& layer : atlas->layers)
        if (layer.kind == data::LayerKind::point)
            if (auto loaded = data::load_vector_layer(folder, layer))
                dataset.layers[layer.id] = std::make_shared<data::VectorLayer>(std::move(*loaded));
    dataset.atlas = std::make_shared<data::AtlasFile>(std::move(*atlas));
    dataset.facts = std::make_shared<data::FactTable>(std::move(*facts));
    state.overlay = dataset.atlas->overlays.empty() ? "" : dataset.atlas->overlays.front().id;
    int number = 0;
    for (const auto& [kind, subject] : std::vector<std::pair<std::string, std::string>>{{"port", "horgos"},
                                                                                        {"region", "xinjiang"},
                                                                                        {"zone", "ftz_urumqi"},
                                                                                        {"airport", "URC"},
                                                                                        {"port", "karasu"}}) {
        state.selection = scene::Selection{kind, subject};
        state.year = 2024 - number % 3;
        save("shipped_" + subject);
        ++number;
    }
    use("paper", "zh");
    state.selection = scene::Selection{"port", "alashankou"};
    state.year = 2024;
    save("shipped_zh");
    use("dusk", "en");
    state.selection.reset();
    frame();
    tap("overlay/" + state.overlay);
    save("shipped_overlays");
    for (const auto& overlay : dataset.atlas->overlays) {
        state.overlay = overlay.id;
        save("shipped_overlay_" + overlay.id);
    }
}

#include "scene/measure.hpp"
#include "stage.hpp"

class MapTools : public Stage {
protected:
    void take_projection_text()
    {
        for (const auto& action : out.actions)
            if (const auto* draft = std::get_if<scene::SetProjectionDraft>(&action))
                state.projection_draft = draft->text;
    }
};

TEST_F(MapTools, PresetsSwitchTheProjection)
{
    tap("projection/1");
    ASSERT_NE(last<scene::SetProjection>(), nullptr);
    EXPECT_EQ(last<scene::SetProjection>()->projection, "mercator");
    tap("projection/0");
    EXPECT_EQ(last<scene::SetProjection>(), nullptr) << "the one shown";
}

TEST_F(MapTools, AnAnalystTypesAnOwnOne)
{
    tap("projection_own");
    frame();
    ASSERT_NE(control("projection_text"), nullptr);
    ImGui::GetIO().AddInputCharactersUTF8("EPSG:3395");
    frame();
    take_projection_text();
    EXPECT_EQ(state.projection_draft, "EPSG:3395");
    tap("projection_use");
    ASSERT_NE(last<scene::SetProjection>(), nullptr);
    EXPECT_EQ(last<scene::SetProjection>()->projection, "EPSG:3395");
}

TEST_F(MapTools, InANarrowMapThePresetsFoldIntoAList)
{
    auto atlas = std::make_shared<data::AtlasFile>(*dataset.atlas);
    for (auto& projection : atlas->projections) projection.short_name["en"] = "A projection with a long name";
    dataset.atlas = atlas;
    size(800, 600);
    frame();
    tap("projections");
    tap("projections/list/mercator");
    ASSERT_NE(last<scene::SetProjection>(), nullptr);
    EXPECT_EQ(last<scene::SetProjection>()->projection, "mercator");
}

TEST_F(MapTools, RulerMeasuresAndEnds)
{
    tap("measure");
    ASSERT_NE(last<scene::SetMeasuring>(), nullptr);
    EXPECT_TRUE(last<scene::SetMeasuring>()->on);
    state.measuring = true;
    frame();
    tap("measure_back");
    EXPECT_EQ(last<scene::RemoveMeasurePoint>(), nullptr) << "there is no point yet";
    state.measured = {{80, 40}, {90, 40}, {90, 50}};
    frame();
    tap("measure_back");
    EXPECT_NE(last<scene::RemoveMeasurePoint>(), nullptr);
    tap("measure_end");
    ASSERT_NE(last<scene::SetMeasuring>(), nullptr);
    EXPECT_FALSE(last<scene::SetMeasuring>()->on);
}

TEST_F(MapTools, ToolsStandApartFromPanelsInEveryLanguage)
{
    for (const auto& [width, height] : {std::pair{1920, 1080}, {1280, 720}, {1024, 700}})
        for (const char* language : {"en", "zh", "ru", "kk", "ug"}) {
            use("dusk", language);
            size(width, height);
            state.measuring = true;
            for (int i = 0; i < 3; ++i) frame();
            ASSERT_NE(panel("map_tools"), nullptr) << width << language;
            const auto tools = panel("map_tools")->rect;
            for (const char* other : {"layers", "zoom", "year_bar", "measure_panel"}) {
                const auto* found = panel(other);
                if (!found) continue;
                const auto& r = found->rect;
                EXPECT_FALSE(r.x < tools.x + tools.w && tools.x < r.x + r.w && r.y < tools.y + tools.h &&
                             tools.y < r.y + r.h)
                    << other << ' ' << width << ' ' << language;
            }
        }
}

#include "stage.hpp"
#include <algorithm>
#include <set>

TEST_F(Stage, TabsChooseTheView)
{
    tap("tab/xinjiang");
    const auto* action = last<scene::SetView>();
    ASSERT_NE(action, nullptr);
    EXPECT_EQ(action->view, "xinjiang");
}

TEST_F(Stage, LanguagesStandInTheirOwnScripts)
{
    for (std::size_t i = 0; i < languages.size(); ++i) {
        tap("language/" + std::to_string(i));
        const auto* action = last<scene::SetLanguage>();
        ASSERT_NE(action, nullptr) << i;
        EXPECT_EQ(action->language, languages[i].first);
    }
}

TEST_F(Stage, ThemesStandInAList)
{
    for (const char* wanted : {"paper", "contrast", "dusk"}) {
        tap("theme");
        tap("theme/list/" + std::string(wanted));
        ASSERT_NE(last<scene::SetTheme>(), nullptr);
        EXPECT_EQ(last<scene::SetTheme>()->theme, wanted);
        use(wanted, "en");
        frame();
        EXPECT_EQ(panel("theme/list"), nullptr) << "a choice closes the list";
    }
}

TEST_F(Stage, ColourBlindnessIsShownFromTheSameList)
{
    tap("theme");
    tap("theme/list/vision:deuteranopia");
    ASSERT_NE(last<scene::SetColorVision>(), nullptr);
    EXPECT_EQ(last<scene::SetColorVision>()->kind, "deuteranopia");
    state.color_vision = "deuteranopia";
    tap("theme");
    tap("theme/list/vision:none");
    EXPECT_EQ(last<scene::SetColorVision>()->kind, "none");
}

TEST_F(Stage, EyeHidesAndShowsALayer)
{
    tap("eye/roads");
    ASSERT_NE(last<scene::SetLayerVisible>(), nullptr);
    EXPECT_EQ(last<scene::SetLayerVisible>()->group, "roads");
    EXPECT_FALSE(last<scene::SetLayerVisible>()->visible);
    state.layers["roads"].visible = false;
    tap("eye/roads");
    EXPECT_TRUE(last<scene::SetLayerVisible>()->visible);
}

TEST_F(Stage, RowOpensTheOpacitySlider)
{
    tap("layer/roads");
    ASSERT_NE(last<scene::ExpandLayer>(), nullptr);
    EXPECT_EQ(last<scene::ExpandLayer>()->group, "roads");
    state.expanded_layer = "roads";
    tap("opacity/roads"); // in the middle
    ASSERT_NE(last<scene::SetLayerOpacity>(), nullptr);
    EXPECT_NEAR(last<scene::SetLayerOpacity>()->opacity, 0.5F, 0.05F);
    tap("layer/roads");
    EXPECT_EQ(last<scene::ExpandLayer>()->group, "");
}

TEST_F(Stage, BaseMapRowsUnfold)
{
    frame();
    EXPECT_EQ(control("eye/relief"), nullptr);
    tap("base_map");
    EXPECT_NE(control("eye/relief"), nullptr);
}

TEST_F(Stage, OverlayIsChosenFromTheList)
{
    tap("overlay/rail");
    EXPECT_EQ(last<scene::SetOverlay>(), nullptr) << "the shown one only opens the list";
    tap("overlay/vehicles");
    ASSERT_NE(last<scene::SetOverlay>(), nullptr);
    EXPECT_EQ(last<scene::SetOverlay>()->overlay, "vehicles");
}

TEST_F(Stage, LayersPanelClosesAndOpens)
{
    tap("layers_close");
    ASSERT_NE(last<scene::SetLayersOpen>(), nullptr);
    EXPECT_FALSE(last<scene::SetLayersOpen>()->open);
    state.layers_open = false;
    tap("layers_open");
    EXPECT_TRUE(last<scene::SetLayersOpen>()->open);
}

TEST_F(Stage, PlayStepAndSpeed)
{
    tap("play");
    EXPECT_NE(last<scene::TogglePlay>(), nullptr);
    tap("step_back");
    EXPECT_EQ(last<scene::StepYear>()->delta, -1);
    tap("step_forward");
    EXPECT_EQ(last<scene::StepYear>()->delta, 1);
    tap("speed/2");
    EXPECT_DOUBLE_EQ(last<scene::SetPlaySpeed>()->seconds_per_year, 0.5);
}

TEST_F(Stage, YearIsTapped)
{
    tap("year/2018");
    ASSERT_NE(last<scene::SetYear>(), nullptr);
    EXPECT_EQ(last<scene::SetYear>()->year, 2018);
}

TEST_F(Stage, YearFollowsADrag)
{
    drag("year/2013", "year/2019", 24);
    std::set<int> years;
    for (const auto& action : acted)
        if (const auto* set = std::get_if<scene::SetYear>(&action)) years.insert(set->year);
    for (int year = 2013; year <= 2019; ++year) EXPECT_TRUE(years.contains(year)) << year;
    EXPECT_EQ(last<scene::SetYear>()->year, 2019);
}

TEST_F(Stage, CurrencySwitch)
{
    tap("currency/1");
    ASSERT_NE(last<scene::SetAlternativeCurrency>(), nullptr);
    EXPECT_TRUE(last<scene::SetAlternativeCurrency>()->on);
}

TEST_F(Stage, HeadlineLeadsToItsSource)
{
    tap("headline");
    ASSERT_NE(last<scene::Select>(), nullptr);
    EXPECT_EQ(last<scene::Select>()->subject, "rail_ports");
    EXPECT_EQ(last<scene::Select>()->kind, "corridor");
}

TEST_F(Stage, CardClosesAndChartGoesToAYear)
{
    state.selection = scene::Selection{"port", "horgos"};
    tap("card_year/2020");
    ASSERT_NE(last<scene::SetYear>(), nullptr);
    EXPECT_EQ(last<scene::SetYear>()->year, 2020);
    tap("inspector_close");
    EXPECT_NE(last<scene::ClearSelection>(), nullptr);
}

TEST_F(Stage, ACardShowsBothSidesOfAConflict)
{
    state.selection = scene::Selection{"port", "horgos"};
    state.year = 2020;
    frame();
    const auto& shown = frame().shown_numbers;
    EXPECT_NE(std::find(shown.begin(), shown.end(), "4652"), shown.end());
    EXPECT_NE(std::find(shown.begin(), shown.end(), "4640"), shown.end());
}

TEST_F(Stage, EveryNumberIsAFactOrComputed)
{
    std::set<std::string> known;
    for (const auto& fact : dataset.facts->facts) known.insert(fact.printed);
    for (const auto& series : dataset.series->series)
        for (const auto& [year, value] : series.years)
            if (value.state == data::State::computed) known.insert(value.printed);
    for (const char* subject : {"horgos", "alashankou", "rail_ports", "xinjiang"})
        for (int year = 2011; year <= 2025; ++year) {
            state.selection = scene::Selection{"port", subject};
            state.year = year;
            for (const auto& number : frame().shown_numbers)
                EXPECT_TRUE(known.contains(number)) << number << " in " << year;
        }
}

TEST_F(Stage, ChooserOffersEachCandidate)
{
    state.candidates = {{"port", "horgos"}, {"region", "xinjiang"}};
    tap("candidate/region/xinjiang");
    ASSERT_NE(last<scene::Select>(), nullptr);
    EXPECT_EQ(last<scene::Select>()->subject, "xinjiang");
    EXPECT_EQ(last<scene::Select>()->kind, "region");
}

TEST_F(Stage, AboutOpensAndCloses)
{
    tap("about");
    EXPECT_TRUE(last<scene::SetAboutOpen>()->open);
    state.about_open = true;
    frame();
    tap("about_close");
    ASSERT_NE(last<scene::SetAboutOpen>(), nullptr);
    EXPECT_FALSE(last<scene::SetAboutOpen>()->open);
    tap(960, 1060); // beside the window: closes, and nothing beneath is touched
    ASSERT_NE(last<scene::SetAboutOpen>(), nullptr);
    EXPECT_EQ(last<scene::SetYear>(), nullptr);
}

TEST_F(Stage, ZoomHomeAndFullScreen)
{
    tap("zoom_in");
    EXPECT_GT(last<scene::ZoomAt>()->factor, 1);
    tap("zoom_out");
    EXPECT_LT(last<scene::ZoomAt>()->factor, 1);
    tap("home");
    EXPECT_NE(last<scene::Home>(), nullptr);
    tap("full_screen");
    EXPECT_TRUE(last<scene::SetFullscreen>()->on);
}

TEST_F(Stage, ProblemsUnfold)
{
    dataset.problems = {{"no such layer", "atlas.toml", "check it"}};
    tap("problems_toggle");
    EXPECT_NE(panel("problems_list"), nullptr);
}

TEST_F(Stage, OnlyPanelsHoldThePointer)
{
    ImGui::GetIO().MousePos = ImVec2(900, 400);
    frame();
    EXPECT_FALSE(frame().over_panel);
    ImGui::GetIO().MousePos = ImVec2(100, 20);
    frame();
    EXPECT_TRUE(frame().over_panel);
    tap(900, 400);
    EXPECT_TRUE(acted.empty());
}

TEST_F(Stage, NothingIsDrawnWithoutChrome)
{
    state.chrome_visible = false;
    EXPECT_TRUE(frame().panels.empty());
    EXPECT_EQ(out.free_rect, (geo::Rect{0, 0, 1920, 1080}));
}

TEST_F(Stage, NothingBreaksBeforeTheDataIsThere)
{
    dataset = data::Dataset{};
    dataset.parts_total = 12;
    state.selection = scene::Selection{"port", "horgos"};
    state.about_open = true;
    for (int i = 0; i < 3; ++i) frame();
    EXPECT_NE(panel("loading"), nullptr);
}

TEST_F(Stage, KeyboardWalksAndPresses)
{
    frame();
    key(ImGuiKey_Tab);
    key(ImGuiKey_Tab, true);
    for (std::size_t i = 0; i < out.controls.size() && !last<scene::TogglePlay>(); ++i) {
        key(ImGuiKey_Tab);
        key(ImGuiKey_Enter);
    }
    EXPECT_NE(last<scene::TogglePlay>(), nullptr);
}

TEST_F(Stage, ALongCardScrollsUnderTheFinger)
{
    size(1024, 700);
    state.selection = scene::Selection{"port", "horgos"};
    frame();
    frame();
    const auto card = panel("inspector")->rect;
    auto& io = ImGui::GetIO();
    acted.clear();
    io.MousePos = ImVec2(card.x + 100, card.y + card.h - 20);
    frame();
    io.MouseDown[0] = true;
    for (int i = 0; i < 40; ++i) {
        io.MousePos.y -= 10;
        frame();
    }
    io.MouseDown[0] = false;
    frame();
    EXPECT_TRUE(acted.empty()) << "a scroll is not a tap";
    frame();
    EXPECT_NE(control("series/horgos_vehicle_exports"), nullptr);
    EXPECT_EQ(control("inspector_close"), nullptr) << "the head has gone up out of sight";
}

TEST_F(Stage, OneDrawCallAPanel)
{
    state.selection = scene::Selection{"port", "horgos"};
    frame();
    frame();
    const auto* drawn = ImGui::GetDrawData();
    int calls = 0;
    for (int i = 0; i < drawn->CmdListsCount; ++i)
        for (const auto& command : drawn->CmdLists[i]->CmdBuffer)
            if (command.ElemCount > 0) {
                ++calls;
                EXPECT_EQ(command.GetTexID(), reinterpret_cast<ImTextureID>(2));
            }
    EXPECT_LE(calls, 40); // hatched bars clip, and each clip is a call
}

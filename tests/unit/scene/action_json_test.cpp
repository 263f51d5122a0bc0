#include "scene/action.hpp"
#include <gtest/gtest.h>

using namespace scene;

TEST(ActionJson, every_action_survives_the_round_trip)
{
    const std::vector<Action> actions{Tick{0.016},
                                      Resize{800, 600, 1.5F},
                                      SetFreeRect{1, 2, 3, 4},
                                      Pan{3.5F, -2},
                                      Fling{100, 5},
                                      StopMotion{},
                                      ZoomAt{1.25, 10, 20, true},
                                      FlyTo{80.4, 44.2, 300},
                                      SetView{"xinjiang", false},
                                      Home{},
                                      SetProjection{"globe"},
                                      SetYear{2020},
                                      StepYear{-1},
                                      TogglePlay{},
                                      SetPlaySpeed{0.5},
                                      SetOverlay{"trains"},
                                      SetLayerVisible{"air", false},
                                      SetLayerOpacity{"air", 0.5F},
                                      ExpandLayer{"air"},
                                      Tap{5, 6},
                                      Select{"port", "horgos"},
                                      ClearSelection{},
                                      SetLanguage{"ug"},
                                      SetTheme{"paper"},
                                      SetLayersOpen{false},
                                      SetAboutOpen{true},
                                      SetChromeVisible{false},
                                      SetAlternativeCurrency{true},
                                      SetFullscreen{true},
                                      PointerAt{1, 2, false},
                                      SaveScreenshot{"figure \"1\"\n.png"},
                                      SetSearchOpen{true},
                                      SetSearch{"قەشقەر"},
                                      SetMeasuring{true},
                                      MeasurePoint{87.6, 43.8},
                                      RemoveMeasurePoint{},
                                      SetProjectionDraft{"+proj=robin +lon_0=87"},
                                      ExportMap{"map.pdf"},
                                      SetColorVision{"tritanopia"},
                                      SetViewpoint{"de_facto"},
                                      Undo{},
                                      Redo{},
                                      Quit{},
                                      Drag{10, 20, -3, 4.5F}};
    EXPECT_EQ(actions.size(), std::variant_size_v<Action>);
    for (const auto& action : actions) {
        const auto line = to_json_line(action);
        EXPECT_EQ(line.find('\n'), std::string::npos);
        const auto back = action_from_json(line);
        ASSERT_TRUE(back) << line << ": " << back.error().text();
        EXPECT_EQ(back->index(), action.index()) << line;
        EXPECT_EQ(to_json_line(*back), line);
    }
}

TEST(ActionJson, faults_are_named)
{
    const auto fault = [](const char* line) {
        const auto read = action_from_json(line);
        return read ? std::string("no error") : read.error().text();
    };
    EXPECT_NE(fault("{").find("JSON"), std::string::npos);
    EXPECT_NE(fault("[1]").find("action"), std::string::npos);
    EXPECT_NE(fault(R"({"action":"explode"})").find("explode"), std::string::npos);
    EXPECT_NE(fault(R"({"action":"set_year","year":"soon"})").find("'year'"), std::string::npos);
    EXPECT_NE(fault(R"({"action":"set_year","year":1e99})").find("whole number"), std::string::npos);
    EXPECT_NE(fault(R"({"action":"set_year","year":18446744073709551615})").find("whole number"), std::string::npos);
    EXPECT_NE(fault(R"({"action":"pan","dx":null})").find("'dx'"), std::string::npos);
    EXPECT_NE(fault(R"({"action":"select","kind":7})").find("a text"), std::string::npos);
}

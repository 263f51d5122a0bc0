#include "stage.hpp"

namespace {

/// The same rectangle seen in a mirror that stands in the middle of the window.
geo::Rect mirrored(const geo::Rect& r, float width) { return {width - r.x - r.w, r.y, r.w, r.h}; }

} // namespace

class RightToLeft : public Stage {
protected:
    void SetUp() override
    {
        size(1920, 1080);
        state.selection = scene::Selection{"port", "horgos"};
    }
};

TEST_F(RightToLeft, EveryPanelStandsOnTheOtherSide)
{
    use("dusk", "en");
    for (int i = 0; i < 3; ++i) frame();
    const geo::Rect layers = panel("layers")->rect, card = panel("inspector")->rect, years = panel("year_bar")->rect,
                    zoom = panel("zoom")->rect;
    use("dusk", "ug");
    for (int i = 0; i < 3; ++i) frame();
    EXPECT_EQ(panel("layers")->rect.x, mirrored(layers, 1920).x);
    EXPECT_EQ(panel("inspector")->rect.x, mirrored(card, 1920).x);
    EXPECT_EQ(panel("year_bar")->rect, mirrored(years, 1920));
    EXPECT_EQ(panel("zoom")->rect, mirrored(zoom, 1920));
    EXPECT_LT(panel("inspector")->rect.x, panel("layers")->rect.x);
    EXPECT_EQ(out.free_rect, ui::free_rect_for(state, true));
    EXPECT_EQ(mirrored(ui::free_rect_for(state, true), 1920), ui::free_rect_for(state, false));
}

TEST_F(RightToLeft, YearsRunFromTheRightAndAnswerTheFinger)
{
    use("dusk", "ug");
    frame();
    EXPECT_LT(control("year/2025")->rect.x, control("year/2011")->rect.x);
    EXPECT_LT(control("card_year/2025")->rect.x, control("card_year/2018")->rect.x);
    EXPECT_LT(control("step_forward")->rect.x, control("step_back")->rect.x);
    tap("year/2018");
    ASSERT_NE(last<scene::SetYear>(), nullptr);
    EXPECT_EQ(last<scene::SetYear>()->year, 2018);
    drag("year/2013", "year/2019", 24);
    ASSERT_NE(last<scene::SetYear>(), nullptr);
    EXPECT_EQ(last<scene::SetYear>()->year, 2019);
}

TEST_F(RightToLeft, SignsSpeedsAndLanguagesKeepTheirOrder)
{
    use("dusk", "ug");
    frame();
    for (const char* row : {"speed/", "currency/", "language/"})
        EXPECT_LT(control(std::string(row) + "0")->rect.x, control(std::string(row) + "1")->rect.x) << row;
    EXPECT_GT(control("tab/corridors")->rect.x, control("tab/xinjiang")->rect.x);
}

TEST_F(RightToLeft, SliderFollowsTheFinger)
{
    use("dusk", "ug");
    state.expanded_layer = "roads";
    frame();
    const auto& rect = control("opacity/roads")->rect;
    tap(rect.x + rect.w * 0.8F, rect.y + rect.h / 2);
    ASSERT_NE(last<scene::SetLayerOpacity>(), nullptr);
    EXPECT_NEAR(last<scene::SetLayerOpacity>()->opacity, 0.2F, 0.06F) << "full is on the left";
}

TEST_F(RightToLeft, ATapBesideAboutClosesIt)
{
    use("dusk", "ug");
    state.about_open = true;
    for (int i = 0; i < 3; ++i) frame();
    tap("about_close");
    ASSERT_NE(last<scene::SetAboutOpen>(), nullptr);
    EXPECT_LT(control("about_close")->rect.x, 960);
}

TEST_F(RightToLeft, WhatIsCutIsCutAtThePanelsEdges)
{
    use("dusk", "ug");
    for (int i = 0; i < 3; ++i) frame();
    const auto* data = ImGui::GetDrawData();
    for (int i = 0; i < data->CmdListsCount; ++i)
        for (const auto& command : data->CmdLists[i]->CmdBuffer) {
            EXPECT_LT(command.ClipRect.x, command.ClipRect.z);
            EXPECT_GE(command.ClipRect.x, -10);
            EXPECT_LE(command.ClipRect.z, 1930);
        }
}

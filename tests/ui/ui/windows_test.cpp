#include "stage.hpp"

namespace {

bool overlap(const geo::Rect& a, const geo::Rect& b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

} // namespace

struct Window {
    int width, height;
    float scale;
    bool selected;
};

class EveryWindow : public Stage, public testing::WithParamInterface<Window> {};
INSTANTIATE_TEST_SUITE_P(Sizes, EveryWindow,
                         testing::Values(Window{1920, 1080, 1, false}, Window{1920, 1080, 1, true},
                                         Window{1366, 768, 1, true}, Window{1024, 700, 1, false},
                                         Window{1024, 700, 1, true}, Window{800, 600, 1, false},
                                         Window{800, 600, 1, true}, Window{3840, 2160, 2, true},
                                         Window{2560, 1440, 1.25F, true}));

TEST_P(EveryWindow, PanelsStayInsideAndApart)
{
    const auto& window = GetParam();
    for (const char* language : {"en", "zh", "ru", "kk", "ug"}) {
        use("dusk", language);
        size(window.width, window.height, window.scale);
        if (window.selected) state.selection = scene::Selection{"port", "horgos"};
        for (int i = 0; i < 3; ++i) frame();
        const auto w = static_cast<float>(window.width), h = static_cast<float>(window.height);
        for (std::size_t i = 0; i < out.panels.size(); ++i) {
            const auto& a = out.panels[i];
            EXPECT_TRUE(a.rect.x >= 0 && a.rect.y >= 0 && a.rect.x + a.rect.w <= w + 1 && a.rect.y + a.rect.h <= h + 1)
                << a.name << ' ' << language;
            for (std::size_t j = i + 1; j < out.panels.size(); ++j)
                EXPECT_FALSE(overlap(a.rect, out.panels[j].rect))
                    << a.name << " and " << out.panels[j].name << ' ' << language;
        }
        EXPECT_EQ(out.free_rect, ui::free_rect_for(state, strings.right_to_left));
        EXPECT_GE(out.free_rect.w, 280 * window.scale);
    }
}

TEST_P(EveryWindow, ControlsAreLargeEnoughForAFinger)
{
    const auto& window = GetParam();
    size(window.width, window.height, window.scale);
    if (window.selected) state.selection = scene::Selection{"port", "horgos"};
    for (int i = 0; i < 3; ++i) frame();
    for (const auto& c : out.controls) {
        // Years of a chart are also reached by sliding, so their width may follow the chart; rows may be cut by a
        // scroll edge.
        const bool column = c.name.rfind("year/", 0) == 0 || c.name.rfind("card_year/", 0) == 0;
        const bool scrolls =
            c.rect.x < 340 * window.scale || c.rect.x > static_cast<float>(window.width) - 390 * window.scale;
        EXPECT_TRUE(column || c.rect.w >= 36 * window.scale - 1) << c.name;
        EXPECT_TRUE(scrolls || c.rect.h >= 36 * window.scale - 1) << c.name;
    }
}

TEST_P(EveryWindow, BarControlsDoNotOverlap)
{
    const auto& window = GetParam();
    for (const char* language : {"en", "ru"}) {
        use("contrast", language);
        size(window.width, window.height, window.scale);
        for (int i = 0; i < 2; ++i) frame();
        for (std::size_t i = 0; i < out.controls.size(); ++i)
            for (std::size_t j = i + 1; j < out.controls.size(); ++j) {
                const auto &a = out.controls[i], &b = out.controls[j];
                geo::Rect inner = a.rect;
                inner.x += 1, inner.y += 1, inner.w -= 2, inner.h -= 2;
                EXPECT_FALSE(overlap(inner, b.rect)) << a.name << " and " << b.name << ' ' << language;
            }
    }
}

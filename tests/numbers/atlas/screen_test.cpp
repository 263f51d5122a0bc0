#include "app/session.hpp"
#include "data/decimal.hpp"
#include "scene/number_format.hpp"
#include <gtest/gtest.h>
#include <imgui.h>
#include <set>

namespace {

/// A session with panels but without a window: ImGui needs no GPU to lay out and to tell what it shows.
struct Screen {
    std::unique_ptr<app::Session> session;
    Screen()
    {
        ImGui::CreateContext();
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {1920, 1080};
        unsigned char* pixels = nullptr;
        int w = 0, h = 0;
        io.Fonts->GetTexDataAsAlpha8(&pixels, &w, &h);
        app::Options options;
        options.width = 1920;
        options.height = 1080;
        const std::filesystem::path root = ATLAS_SOURCE_DIR;
        session = std::move(app::Session::open(options, {root / "assets", root / "geodata"}).value());
        session->wait_until_loaded();
    }
    ~Screen() { ImGui::DestroyContext(); }

    std::vector<ui::ShownFigure> figures()
    {
        std::vector<ui::ShownFigure> shown;
        for (int frame = 0; frame < 2; ++frame) {
            ImGui::GetIO().DeltaTime = 0.016F;
            ImGui::NewFrame();
            const auto drawn = session->draw_panels(session->build(10), 1);
            EXPECT_EQ(drawn.shown_figures.size(), drawn.shown_numbers.size());
            shown = drawn.shown_figures;
            ImGui::Render();
        }
        return shown;
    }
};

bool same(const std::string& a, const std::string& b)
{
    const auto left = data::parse_decimal(a), right = data::parse_decimal(b);
    if (!left || !right) return a == b;
    const auto rest = data::subtract(*left, *right);
    return rest && rest->mantissa == 0;
}

/// The words hold the figure to the digit, read back from the language's marks and unit.
bool says(const scene::Strings& strings, const ui::ShownFigure& figure)
{
    if (!data::parse_decimal(figure.printed)) return figure.words.find(figure.printed) != std::string::npos;
    for (const auto& number : scene::numbers_in(strings, figure.words, figure.unit))
        if (same(number, figure.printed)) return true;
    return false;
}

class Screens : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Shipped, Screens, testing::Values("en", "zh", "ru", "kk", "ug"),
                         [](const auto& i) { return i.param; });

} // namespace

TEST_P(Screens, every_number_is_a_row_of_the_facts_or_a_labelled_sum)
{
    Screen screen;
    auto& s = *screen.session;
    const std::string language = GetParam();
    s.dispatch(scene::SetLanguage{language});
    const auto strings = scene::load_strings(std::filesystem::path(ATLAS_SOURCE_DIR) / "assets/lang", language).value();
    const int stride = language == "en" ? 1 : 4;
    const auto& d = s.dataset();
    std::set<std::string> known;
    for (const auto& fact : d.facts->facts) known.insert(fact.printed);
    for (const auto& series : d.series->series)
        for (const auto& [year, value] : series.years)
            if (value.state == data::State::computed) known.insert(value.printed);
    std::size_t seen = 0;
    for (const auto* subject :
         {"", "horgos", "alashankou", "xinjiang", "karasu", "URC", "CAG", "ftz_horgos", "rail_ports"}) {
        if (*subject)
            s.dispatch(scene::Select{"port", subject});
        else
            s.dispatch(scene::ClearSelection{});
        for (const auto& overlay : d.atlas->overlays) {
            s.dispatch(scene::SetOverlay{overlay.id});
            for (int year = d.atlas->first_year; year <= d.atlas->last_year; year += *subject ? 3 : stride) {
                s.dispatch(scene::SetYear{year});
                for (const auto& figure : screen.figures()) {
                    EXPECT_TRUE(known.contains(figure.printed))
                        << figure.printed << " on screen: " << subject << ", " << overlay.id << ", " << year;
                    EXPECT_TRUE(says(strings, figure))
                        << figure.words << " on screen for " << figure.printed << " " << figure.unit;
                    ++seen;
                }
            }
        }
    }
    EXPECT_GT(seen, 1000U);
}

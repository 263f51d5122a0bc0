#include "app/session.hpp"
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

    std::vector<std::string> numbers()
    {
        std::vector<std::string> shown;
        for (int frame = 0; frame < 2; ++frame) {
            ImGui::GetIO().DeltaTime = 0.016F;
            ImGui::NewFrame();
            shown = session->draw_panels(session->build(10), 1).shown_numbers;
            ImGui::Render();
        }
        return shown;
    }
};

} // namespace

TEST(Screen, every_number_is_a_row_of_the_facts_or_a_labelled_sum)
{
    Screen screen;
    auto& s = *screen.session;
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
            for (int year = d.atlas->first_year; year <= d.atlas->last_year; year += *subject ? 3 : 1) {
                s.dispatch(scene::SetYear{year});
                for (const auto& number : screen.numbers()) {
                    EXPECT_TRUE(known.contains(number))
                        << number << " on screen: " << subject << ", " << overlay.id << ", " << year;
                    ++seen;
                }
            }
        }
    }
    EXPECT_GT(seen, 1000U);
}

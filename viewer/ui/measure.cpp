#include "scene/measure.hpp"
#include "geo/geodesic.hpp"
#include "scene/wording.hpp"
#include "ui/map_tools.hpp"
#include "ui/panel.hpp"
#include "ui/parts.hpp"
#include <algorithm>
#include <cmath>
#include <imgui_internal.h>

namespace ui {
namespace {

using Path = std::vector<ImVec2>;

/// As many digits as a finger on a map can mean.
std::string distance(const Frame& frame, double metres)
{
    const auto number = [&](double value, int decimals) {
        return data::format_number(value, decimals, frame.in.state.language);
    };
    if (metres < 1000) return scene::fill_in(frame.text("scale.m"), {{"n", number(metres, 0)}});
    const double km = metres / 1000;
    return scene::fill_in(frame.text("scale.km"), {{"n", number(km, km < 100 ? 2 : km < 1000 ? 1 : 0)}});
}

std::string area(const Frame& frame, double square_metres)
{
    const double km2 = square_metres / 1e6;
    return scene::fill_in(frame.text("place.area"),
                          {{"n", data::format_number(km2, km2 < 100 ? 2 : 0, frame.in.state.language)}});
}

ImVec2 seen(const Frame& frame, geo::Projected p)
{
    const auto at = frame.in.scene.camera.to_screen(p);
    return {at.x, at.y};
}

std::vector<Path> paths_of(const Frame& frame, geo::LonLat a, geo::LonLat b)
{
    std::vector<Path> paths;
    for (const auto& piece : scene::measured_leg(a, b, *frame.in.projection)) {
        Path path;
        for (const auto& p : piece) path.push_back(seen(frame, p));
        paths.push_back(std::move(path));
    }
    return paths;
}

void stroke(Frame& frame, const std::vector<Path>& paths, ImU32 color, float width)
{
    for (const auto& path : paths) frame.draw->AddPolyline(path.data(), static_cast<int>(path.size()), color, 0, width);
}

/// The way back to the first point, not yet drawn by the user.
void stroke_dashed(Frame& frame, const std::vector<Path>& paths, ImU32 color, float width)
{
    const float dash = frame.px(6), step = frame.px(11);
    for (const auto& path : paths) {
        float along = 0;
        for (std::size_t i = 1; i < path.size(); ++i) {
            const ImVec2 a = path[i - 1], b = path[i];
            const float length = std::hypot(b.x - a.x, b.y - a.y);
            if (!(length > 0) || length > 1e5F) continue;
            for (float at = -std::fmod(along, step); at < length; at += step) {
                const float from = std::max(at, 0.0F) / length, to = std::min(at + dash, length) / length;
                if (to > from)
                    frame.draw->AddLine({a.x + (b.x - a.x) * from, a.y + (b.y - a.y) * from},
                                        {a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to}, color, width);
            }
            along += length;
        }
    }
}

void leg_label(Frame& frame, geo::LonLat a, geo::LonLat b, double metres)
{
    const auto middle = geo::geodesic_destination(a, geo::geodesic_azimuth_deg(a, b), metres / 2);
    const auto p = frame.in.projection->forward(middle);
    const auto from = frame.in.projection->forward(a), to = frame.in.projection->forward(b);
    if (!p || !from || !to) return;
    const ImVec2 at = seen(frame, *p), x = seen(frame, *from), y = seen(frame, *to);
    const Type small = bold(type(frame, "control"));
    const std::string words = distance(frame, metres);
    if (std::hypot(x.x - y.x, x.y - y.y) < measure(frame, words, small) * 0.8F) return;
    text_on_map(frame, {at.x, at.y - small.line - frame.px(3)}, words, small, frame.color("label.primary"),
                frame.color("label.halo", 0.9F), Align::centre);
}

void lines(Frame& frame, const scene::Measurement& m)
{
    const auto& points = frame.in.state.measured;
    const ImU32 casing = frame.color("map.casing", 0.9F);
    const ImU32 ink = frame.color("ui.accent");
    std::vector<std::vector<Path>> legs;
    for (std::size_t i = 1; i < points.size(); ++i) legs.push_back(paths_of(frame, points[i - 1], points[i]));
    for (const auto& leg : legs) stroke(frame, leg, casing, frame.px(5));
    if (points.size() >= 3 && !m.closed)
        stroke_dashed(frame, paths_of(frame, points.back(), points.front()), frame.color("ui.accent", 0.75F),
                      frame.px(1.6F));
    for (const auto& leg : legs) stroke(frame, leg, ink, frame.px(2.2F));
    for (const auto& point : points)
        if (const auto p = frame.in.projection->forward(point)) {
            const ImVec2 at = seen(frame, *p);
            frame.draw->AddCircleFilled(at, frame.px(5.5F), casing, 24);
            frame.draw->AddCircleFilled(at, frame.px(4), frame.color("label.primary"), 24);
            frame.draw->AddCircle(at, frame.px(4), ink, 24, frame.px(1.6F));
        }
    for (std::size_t i = 1; i < points.size(); ++i) leg_label(frame, points[i - 1], points[i], m.legs_m[i - 1]);
}

bool word_button(Frame& frame, const char* id, const geo::Rect& rect, const std::string& words, bool usable)
{
    const Hit hit = control(frame, id, rect);
    const Type body = type(frame, "control");
    frame.draw->AddRectFilled({rect.x, rect.y}, {rect.x + rect.w, rect.y + rect.h}, control_fill(frame, hit),
                              frame.px(8));
    text(frame, {rect.x + rect.w / 2, rect.y + (rect.h - body.line) / 2},
         fit(frame, words, body, rect.w - frame.px(12)), body, frame.color(usable ? "ui.text_primary" : "ui.text_note"),
         Align::centre);
    return hit.pressed && usable;
}

} // namespace

void measured_lines(Frame& frame)
{
    if (!frame.in.state.measuring || !frame.in.projection || !frame.in.scene.geometry) return;
    const auto& window = frame.layout.window;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({window.w, window.h});
    ImGui::Begin("measured_lines", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    frame.draw = ImGui::GetWindowDrawList();
    frame.draw->Flags &= ~ImDrawListFlags_AntiAliasedLinesUseTex;
    frame.draw->PushTextureID(frame.glyphs());
    frame.clip_min = {0, 0};
    frame.clip_max = {window.w, window.h};
    const bool panels_mirrored = std::exchange(frame.mirrored, false); // the map itself is never mirrored
    lines(frame, scene::measurement(frame.in.state.measured));
    frame.mirrored = panels_mirrored;
    frame.draw->PopTextureID();
    ImGui::End();
}

void measure_panel(Frame& frame)
{
    const geo::Rect strip = map_tools_rect(frame);
    if (!frame.in.state.measuring || strip.w <= 0) return;
    const auto m = scene::measurement(frame.in.state.measured);
    const float width = std::min(frame.px(264), frame.layout.free.w - frame.px(32));
    Panel panel(frame, "measure_panel", {strip.x, strip.y + strip.h + frame.px(4), width, frame.px(260)},
                {.fit_height = true});
    const Type small = type(frame, "note");
    const bool begun = frame.in.state.measured.size() >= 2;
    panel.row(frame.text("measure_tool.distance"), small, frame.color("ui.text_note"));
    if (begun) panel.row(distance(frame, m.length_m), bold(type(frame, "panel_title")), frame.color("ui.text_primary"));
    if (m.area_m2 > 0) {
        panel.space(4);
        panel.wrapped(frame.text(m.closed ? "measure_tool.area" : "measure_tool.area_open"), small,
                      frame.color("ui.text_note"));
        panel.row(area(frame, m.area_m2), bold(type(frame, "panel_title")), frame.color("ui.text_primary"));
    }
    if (!begun) panel.wrapped(frame.text("measure_tool.hint"), small, frame.color("ui.text_secondary"));
    panel.space(8);
    const float gap = frame.px(8), cell = (panel.x1 - panel.x0 - gap) / 2, height = frame.px(36);
    const bool any = !frame.in.state.measured.empty();
    if (word_button(frame, "measure_back", {panel.x0, panel.y, cell, height}, frame.text("measure_tool.back"), any))
        frame.act(scene::RemoveMeasurePoint{});
    if (word_button(frame, "measure_end", {panel.x0 + cell + gap, panel.y, cell, height},
                    frame.text("measure_tool.end"), true))
        frame.act(scene::SetMeasuring{false});
    panel.y += height;
}

} // namespace ui

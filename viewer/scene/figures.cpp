#include "scene/label_style.hpp"
#include "scene/labels.hpp"
#include "scene/overlay_values.hpp"
#include "scene/visible_points.hpp"
#include "scene/wording.hpp"
#include <algorithm>
#include <cmath>

namespace scene {
namespace {

/// A figure on its flag: rule at the side where the lines of text begin, straight leader from the rule to the ribbon.
struct Flag {
    struct Line {
        text::RunPtr run;
        Color color;
        float height = 0;
    };
    std::vector<Line> lines;
    geo::ScreenPx dot, foot; ///< on the ribbon; where the leader meets the rule
    float width = 0, height = 0;
};

constexpr float kRuleGap = 9;

class Flags {
public:
    Flags(const LabelInput& input, CollisionGrid& values, CollisionGrid& all, Scene& scene)
        : in_(input), values_(values), all_(all), scene_(scene), scale_(input.state.viewport.scale)
    {
    }

    void ribbon_flags(const data::OverlaySpec& overlay)
    {
        const auto values = strands(overlay, *in_.dataset.series, in_.state.year);
        for (const bool totals : {true, false}) // the total has first choice of room
            for (const auto& section : overlay.sections)
                if (section.flag && totals == !section.members.empty()) ribbon_flag(overlay, section, values);
    }

    void circle_flags(const data::OverlaySpec& overlay)
    {
        for (const auto& circle : scene_.circles) {
            if (circle.state == data::State::absent) continue;
            const auto* series = in_.dataset.series->find(circle.series);
            if (!series) continue;
            const auto at = in_.camera.to_screen(circle.at);
            Flag flag;
            add_figure(flag, series->at(in_.state.year), overlay, false);
            add_line(flag, in_.dataset.facts->subject_name(circle.subject, in_.state.language), "label.port",
                     "label.primary");
            add_state(flag, series->at(in_.state.year));
            place(std::move(flag), at, {36, -46}, circle.radius_px);
        }
    }

private:
    void ribbon_flag(const data::OverlaySpec& overlay, const data::SectionSpec& section,
                     const std::vector<StrandValue>& values)
    {
        const bool total = !section.members.empty();
        const auto strand =
            std::find_if(values.begin(), values.end(), [&](const auto& s) { return s.section == section.id; });
        data::YearValue value;
        if (total) {
            if (const auto* series = in_.dataset.series->find(section.total)) value = series->at(in_.state.year);
        } else if (strand != values.end()) {
            value = strand->value;
        }
        const auto projected = flag_point(overlay, section, *section.flag);
        if (!projected) return;
        Flag flag;
        add_figure(flag, value, overlay, total);
        add_line(flag, data::localized(section.name, in_.state.language), "label.port", "label.primary");
        if (value.state != data::State::absent) add_state(flag, value);
        place(std::move(flag), in_.camera.to_screen(*projected), section.flag_offset);
    }

    /// The vertex of the drawn centre line nearest to the flag's place, so that the dot sits on the ribbon.
    std::optional<geo::Projected> flag_point(const data::OverlaySpec& overlay, const data::SectionSpec& section,
                                             geo::LonLat) const
    {
        const auto found = in_.geometry.flag_points.find(overlay.id + "/" + section.id);
        if (found == in_.geometry.flag_points.end()) return std::nullopt;
        const geo::Projected wanted = found->second;
        std::optional<geo::Projected> best;
        double nearest = 1e300;
        for (const auto& ribbon : scene_.ribbons) {
            const bool mine = ribbon.section == section.id || std::find(section.members.begin(), section.members.end(),
                                                                        ribbon.section) != section.members.end();
            if (ribbon.overlay != overlay.id || !mine || !ribbon.mesh) continue;
            visit_visible(*ribbon.mesh, in_.camera, in_.geometry.origin, 0, ribbon.to_m,
                          [&](const LinePoint& p, const LinePoint&) {
                              const geo::Projected q{p.x + in_.geometry.origin.x, p.y + in_.geometry.origin.y};
                              const double d = std::hypot(q.x - wanted.x, q.y - wanted.y);
                              if (d < nearest) {
                                  nearest = d;
                                  best = q;
                              }
                          });
        }
        return best ? best : std::optional(wanted);
    }

    void add_figure(Flag& flag, const data::YearValue& value, const data::OverlaySpec& overlay, bool main)
    {
        const bool absent = value.state == data::State::absent;
        auto style = theme_text(in_.theme,
                                absent ? "label.city_2"
                                : main ? "type.figure_ribbon_main"
                                       : "type.figure_ribbon",
                                scale_);
        style.halo_px = in_.theme.number("label.halo_width_figure", 4) * 0.5F * scale_;
        Color color = absent                 ? in_.theme.color("label.secondary")
                      : overlay.mode.empty() ? in_.theme.color("label.primary")
                                             : in_.theme.color("mode." + overlay.mode);
        if (value.state == data::State::computed && overlay.mode == "rail")
            color = in_.theme.color("mode.rail_computed");
        const bool with_unit = !absent && overlay.kind != data::OverlayKind::ribbon;
        push(flag,
             in_.engine.shape(with_unit ? figure(in_.strings, value, overlay.unit) : figure(in_.strings, value), style),
             color, 1.32F);
    }

    void add_line(Flag& flag, const std::string& text, std::string_view role, std::string_view color)
    {
        push(flag, in_.engine.shape(text, theme_text(in_.theme, role, scale_)), in_.theme.color(color), 1.9F);
    }

    void add_state(Flag& flag, const data::YearValue& value)
    {
        const bool conflict = value.state == data::State::conflicting;
        auto words = remark(in_.strings, value, in_.dataset.facts.get());
        if (words.empty()) words = badge(in_.strings, value, in_.dataset.facts.get());
        add_line(flag, words, "label.city_3", conflict ? "chart.conflict" : "label.secondary");
    }

    static void push(Flag& flag, text::RunPtr run, Color color, float leading)
    {
        flag.width = std::max(flag.width, run->width);
        const float height = run->cap_height * leading;
        flag.height += height;
        flag.lines.push_back({std::move(run), color, height});
    }

    /// Tries the wished place, then ones near it on the same side, with and without regard for symbols; then the other
    /// sides. Keeps the text inside the free map. `radius` > 0: the leader starts at the rim of a circle.
    void place(Flag flag, geo::ScreenPx centre, geo::ScreenPx offset, float radius = 0)
    {
        static constexpr geo::ScreenPx kSameSide[] = {{1, 1},       {1, 0.7F},     {1, 0.5F}, {1, 1.35F},
                                                      {0.4F, 1.2F}, {1.6F, 1},     {1, 1.7F}, {1.8F, 0.45F},
                                                      {2.4F, 0.2F}, {3.4F, 0.12F}, {1, 2.4F}};
        static constexpr geo::ScreenPx kOtherSides[] = {
            {-1, 1}, {-1.6F, 1.2F}, {1, -1}, {-1, -1}, {1.5F, -1.5F}, {-1.5F, -1.5F}, {1, -2.4F}, {-6, 1}, {-9, 1.4F}};
        if (!in_.state.free_rect.contains(centre)) return;
        const auto any = [&](auto& places, bool clear_of_symbols) {
            for (const auto& f : places) {
                const geo::ScreenPx way{offset.x * f.x * scale_, offset.y * f.y * scale_};
                const geo::ScreenPx dot{centre.x + std::copysign(0.72F * radius, way.x),
                                        centre.y + std::copysign(0.72F * radius, way.y)};
                if (try_place(flag, dot, {dot.x + way.x, dot.y + way.y}, clear_of_symbols)) return true;
            }
            return false;
        };
        (void)(any(kSameSide, true) || any(kSameSide, false) || any(kOtherSides, true) || any(kOtherSides, false));
    }

    bool try_place(const Flag& flag, geo::ScreenPx dot, geo::ScreenPx foot, bool clear_of_symbols)
    {
        const auto& room = in_.state.free_rect;
        const bool above = foot.y < dot.y;
        const float width = flag.width + (kRuleGap + 8) * scale_;
        const geo::Rect box{in_.strings.right_to_left ? foot.x + 4 * scale_ - width : foot.x - 4 * scale_,
                            above ? foot.y - flag.height - 6 * scale_ : foot.y - 2 * scale_, width,
                            flag.height + 8 * scale_};
        const bool inside =
            box.x >= room.x && box.y >= room.y && box.x + box.w <= room.x + room.w && box.y + box.h <= room.y + room.h;
        if (!inside || !(clear_of_symbols ? all_ : values_).free(box)) return false;
        take(box);
        take_leader(dot, foot);
        draw(flag, dot, foot, above);
        return true;
    }

    /// Labels keep off the leader.
    void take_leader(geo::ScreenPx a, geo::ScreenPx b)
    {
        const int steps = std::max(1, static_cast<int>(std::hypot(b.x - a.x, b.y - a.y) / (8 * scale_)));
        for (int i = 0; i <= steps; ++i) {
            const float t = static_cast<float>(i) / static_cast<float>(steps), half = 3 * scale_;
            take({a.x + (b.x - a.x) * t - half, a.y + (b.y - a.y) * t - half, 2 * half, 2 * half});
        }
    }

    void take(const geo::Rect& box)
    {
        values_.take(box);
        all_.take(box);
    }

    void draw(const Flag& flag, geo::ScreenPx dot, geo::ScreenPx foot, bool above)
    {
        LeaderDraw leader;
        leader.color = in_.theme.color("label.primary");
        leader.halo = in_.theme.color("label.halo").with_alpha(0.7F);
        leader.width_px = in_.theme.number("line.leader.width", 1.4F) * scale_;
        const float end = above ? foot.y - flag.height : foot.y + flag.height;
        leader.points = {dot, foot, {foot.x, end}};
        scene_.leaders.push_back(leader);
        float y = above ? foot.y - flag.height : foot.y;
        for (const auto& line : flag.lines) {
            LabelDraw label;
            label.run = line.run;
            const float gap = kRuleGap * scale_;
            label.at = {in_.strings.right_to_left ? foot.x - gap - line.run->width : foot.x + gap,
                        y + line.height * 0.5F + line.run->cap_height * 0.5F};
            label.fill = line.color;
            label.halo = in_.theme.color("label.halo").with_alpha(0.9F);
            scene_.labels.push_back(std::move(label));
            y += line.height;
        }
    }

    const LabelInput& in_;
    CollisionGrid &values_, &all_; ///< what carries a value; that and the symbols
    Scene& scene_;
    float scale_;
};

} // namespace

void draw_figures(const LabelInput& input, CollisionGrid& values, CollisionGrid& all, Scene& scene)
{
    const auto* overlay = input.dataset.atlas->overlay(input.state.overlay);
    if (!overlay || !input.dataset.series || !input.dataset.facts) return;
    if (const auto flows = input.state.layers.find("flows");
        flows != input.state.layers.end() && !flows->second.visible)
        return;
    Flags flags(input, values, all, scene);
    if (overlay->kind == data::OverlayKind::ribbon)
        flags.ribbon_flags(*overlay);
    else
        flags.circle_flags(*overlay);
}

} // namespace scene

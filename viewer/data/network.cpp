#include "data/network.hpp"
#include <algorithm>
#include <cmath>
#include <deque>
#include <fmt/format.h>
#include <map>
#include <numbers>
#include <set>

namespace data {

namespace {

constexpr double kMeetMetres = 100;

double metres_between(geo::LonLat a, geo::LonLat b)
{
    constexpr double kRadius = 6371008.8;
    constexpr double kDegree = std::numbers::pi / 180;
    const double half_lat = std::sin((b.lat - a.lat) * kDegree / 2);
    const double half_lon = std::sin((b.lon - a.lon) * kDegree / 2);
    const double h = half_lat * half_lat + std::cos(a.lat * kDegree) * std::cos(b.lat * kDegree) * half_lon * half_lon;
    return 2 * kRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

struct Section {
    const VectorLayer* layer = nullptr;
    const Feature* feature = nullptr;
    std::string_view from, to;
};

// Walks the sections of one line as a graph of stations, so that branches and sections run backwards are no trouble.
class LineWalker {
public:
    LineWalker(const std::vector<const VectorLayer*>& corridors, const std::string& line) : line_(line)
    {
        for (const VectorLayer* layer : corridors)
            for (const Feature& feature : layer->features)
                if (feature.attribute("line") == line && feature.part_count > 0)
                    sections_.push_back({layer, &feature, feature.attribute("from"), feature.attribute("to")});
    }

    base::Result<geo::Line> walk(const std::string& from, const std::string& to) const
    {
        if (sections_.empty()) return base::fail(fmt::format("there is no line '{}'", line_));
        const auto first = station_named(from);
        if (!first) return tl::unexpected(first.error());
        const auto last = station_named(to);
        if (!last) return tl::unexpected(last.error());
        const auto route = find_route(*first, *last);
        if (route.empty()) return base::fail(fmt::format("line '{}' does not connect '{}' with '{}'", line_, from, to));
        geo::Line out;
        for (const auto& [section, forward] : route)
            if (auto ok = append(out, points_of(*section, forward), section->from, section->to); !ok)
                return tl::unexpected(ok.error());
        return out;
    }

    static base::Result<void> append(geo::Line& line, const geo::Line& more, std::string_view from, std::string_view to)
    {
        if (more.empty()) return {};
        if (!line.empty()) {
            const double gap = metres_between(line.back(), more.front());
            if (gap > kMeetMetres)
                return base::fail(
                    fmt::format("'{}' to '{}' starts {:.1f} km from where the path is", from, to, gap / 1000), {},
                    "consecutive stretches must share their station");
            line.insert(line.end(), more.begin() + 1, more.end());
        } else {
            line = more;
        }
        return {};
    }

private:
    using Step = std::pair<const Section*, bool>; ///< true = from `from` to `to`

    // "Dostyk" finds "Dostyk (Druzhba) [KZ]" when no other station of the line begins so.
    base::Result<std::string_view> station_named(const std::string& name) const
    {
        const std::set<std::string_view> all = stations();
        if (const auto exact = all.find(name); exact != all.end()) return *exact;
        std::vector<std::string_view> found;
        for (const std::string_view station : all)
            if (station.starts_with(name + " (") || station.starts_with(name + " [")) found.push_back(station);
        if (found.size() == 1) return found.front();
        if (found.size() > 1)
            return base::fail(fmt::format("line '{}' has several stations '{}'", line_, name), {},
                              fmt::format("write one of: {}", fmt::join(found, ", ")));
        return base::fail(fmt::format("line '{}' has no station '{}'", line_, name), {},
                          fmt::format("stations: {}", fmt::join(all, ", ")));
    }

    std::set<std::string_view> stations() const
    {
        std::set<std::string_view> out;
        for (const Section& s : sections_) out.insert({s.from, s.to});
        return out;
    }

    // Fewest sections, breadth first; ties by file order, so the answer is always the same.
    std::vector<Step> find_route(std::string_view from, std::string_view to) const
    {
        std::map<std::string_view, Step> reached_by;
        std::deque<std::string_view> open{from};
        while (!open.empty() && !reached_by.contains(to)) {
            const std::string_view here = open.front();
            open.pop_front();
            for (const Section& s : sections_)
                for (const bool forward : {true, false}) {
                    const std::string_view next = forward ? s.to : s.from;
                    if ((forward ? s.from : s.to) != here || next == from || reached_by.contains(next)) continue;
                    reached_by[next] = {&s, forward};
                    open.push_back(next);
                }
        }
        std::vector<Step> route;
        if (!reached_by.contains(to)) return route;
        for (std::string_view here = to; here != from;) {
            route.push_back(reached_by[here]);
            here = route.back().second ? route.back().first->from : route.back().first->to;
        }
        std::reverse(route.begin(), route.end());
        return route;
    }

    static geo::Line points_of(const Section& section, bool forward)
    {
        geo::Line out;
        for (std::uint32_t i = 0; i < section.feature->part_count; ++i) {
            const auto part = section.layer->part(section.feature->first_part + i);
            out.insert(out.end(), part.begin(), part.end());
        }
        if (!forward) std::reverse(out.begin(), out.end());
        return out;
    }

    std::string line_;
    std::vector<Section> sections_;
};

} // namespace

base::Result<geo::Line> chain_path(const std::vector<const VectorLayer*>& corridors, const std::vector<PathStep>& path)
{
    if (path.empty()) return base::fail("the path is empty");
    geo::Line out;
    for (const PathStep& step : path) {
        auto stretch = LineWalker(corridors, step.line).walk(step.from, step.to);
        if (!stretch) return tl::unexpected(stretch.error());
        if (auto ok = LineWalker::append(out, *stretch, step.from, step.to); !ok)
            return base::within("line " + step.line, ok.error());
    }
    return out;
}

} // namespace data

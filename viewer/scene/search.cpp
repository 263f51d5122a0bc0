#include "scene/search.hpp"
#include "geo/geodesic.hpp"
#include "text/fold.hpp"
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace scene {
namespace {

/// Kinds in the order in which they are offered, with the ground shown around a single point.
struct KindOrder {
    std::string_view kind;
    double width_km;
};
constexpr KindOrder kKinds[] = {
    {"region", 2500}, {"port", 160},  {"prefecture", 500}, {"city", 260},    {"country", 2400}, {"corridor", 800},
    {"airport", 160}, {"zone", 90},   {"ftz", 90},         {"town", 140},    {"province", 900}, {"pass", 120},
    {"range", 900},   {"basin", 900}, {"desert", 700},     {"plateau", 900}, {"plain", 700},    {"peak", 120},
    {"lake", 300},    {"river", 700}, {"sea", 1500},       {"place", 200},
};

int rank_of(const std::string& kind)
{
    const auto* at = std::find_if(std::begin(kKinds), std::end(kKinds), [&](const auto& k) { return k.kind == kind; });
    return static_cast<int>(at - std::begin(kKinds));
}

struct Extent {
    double west = 1e9, east = -1e9, south = 1e9, north = -1e9;
    double rank = 99;
    void take(geo::LonLat p)
    {
        west = std::min(west, p.lon), east = std::max(east, p.lon);
        south = std::min(south, p.lat), north = std::max(north, p.lat);
    }
    [[nodiscard]] bool empty() const { return west > east; }
};

/// Of all features of a subject: its own id, or the line that a section belongs to.
std::map<std::string, Extent, std::less<>> extents(const data::Dataset& dataset)
{
    std::map<std::string, Extent, std::less<>> found;
    for (const auto& [id, layer] : dataset.layers) {
        if (!layer) continue;
        for (const auto& feature : layer->features) {
            const auto line = feature.attribute("line");
            Extent& extent = found[line.empty() ? feature.id : std::string(line)];
            extent.rank = std::min(extent.rank, feature.number("rank", 99));
            for (std::uint32_t part = 0; part < feature.part_count; ++part)
                for (const auto& point : layer->part(feature.first_part + part)) extent.take(point);
        }
    }
    return found;
}

/// The middle of an extent and the width of a map that shows it whole, roughly square.
Whereabouts around(const Extent& extent, const std::string& kind)
{
    constexpr double kMargin = 1.35, kLeastKm = 60;
    const geo::LonLat middle{(extent.west + extent.east) / 2, (extent.south + extent.north) / 2};
    const double across = geo::geodesic_distance_m({extent.west, middle.lat}, {extent.east, middle.lat}) / 1000;
    const double along = geo::geodesic_distance_m({middle.lon, extent.south}, {middle.lon, extent.north}) / 1000;
    const auto rank = static_cast<std::size_t>(rank_of(kind));
    const double own = rank < std::size(kKinds) ? kKinds[rank].width_km : 200;
    const double whole = std::max(across, along * 1.7) * kMargin;
    return {middle, std::max(whole < kLeastKm ? own : std::max(whole, own * 0.4), kLeastKm)};
}

/// 0 the whole name, 1 its beginning, 2 the beginning of a word, 3 inside; -1 not at all.
int match(const std::string& name, const std::string& query)
{
    const auto at = name.find(query);
    if (at == std::string::npos) return -1;
    if (at == 0) return name.size() == query.size() ? 0 : 1;
    if (name.find(" " + query) != std::string::npos) return 2;
    return 3;
}

} // namespace

SearchIndex::SearchIndex(const data::Dataset& dataset)
{
    if (!dataset.facts) return;
    const auto places = extents(dataset);
    for (const auto& [id, subject] : dataset.facts->subjects) {
        const auto place = places.find(id);
        const bool located = place != places.end() && !place->second.empty();
        if (!located && (!dataset.series || dataset.series->of_subject(id).empty())) continue;
        Entry entry{{subject.kind, id}, {}, rank_of(subject.kind), 99, {}};
        if (located) {
            entry.where = around(place->second, subject.kind);
            entry.place_rank = place->second.rank;
        }
        for (const auto& [language, name] : subject.name)
            if (auto folded = text::fold(name); !folded.empty())
                entry.names.push_back({std::move(folded), name, language});
        if (!entry.names.empty()) entries_.push_back(std::move(entry));
    }
}

std::vector<SearchHit> SearchIndex::find(std::string_view query, const std::string& language, std::size_t most) const
{
    struct Found {
        int match;
        const Entry* entry;
        const Name* name;
    };
    std::vector<Found> found;
    const std::string wanted = text::fold(query);
    if (wanted.empty()) return {};
    for (const auto& entry : entries_) {
        Found best{99, &entry, nullptr};
        for (const auto& name : entry.names) {
            const int how = match(name.folded, wanted);
            if (how < 0) continue;
            if (how < best.match || (how == best.match && name.language == language)) best = {how, &entry, &name};
        }
        if (best.name) found.push_back(best);
    }
    const auto order = [](const Found& f) {
        return std::tuple(f.match, f.entry->kind_rank, f.entry->place_rank, f.name->folded.size(),
                          std::string_view(f.entry->selection.subject));
    };
    std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) { return order(a) < order(b); });
    std::vector<SearchHit> hits;
    for (const auto& f : found) {
        if (hits.size() == most) break;
        hits.push_back({f.entry->selection, f.name->shown, f.entry->where});
    }
    return hits;
}

} // namespace scene

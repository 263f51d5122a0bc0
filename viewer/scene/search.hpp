#pragma once
#include "data/dataset.hpp"
#include "scene/app_state.hpp"
#include <string_view>

namespace scene {

/// Where a subject lies and how much ground to show around it.
struct Whereabouts {
    geo::LonLat at;
    double width_km = 0;
};

struct SearchHit {
    Selection selection;
    std::string matched; ///< the name that was found, in whatever language it is
    std::optional<Whereabouts> where;
};

/// Everything of an atlas that has a name: subjects of names.csv that lie somewhere or have figures. Built once the
/// data are there; any thread may read it.
class SearchIndex {
public:
    SearchIndex() = default;
    explicit SearchIndex(const data::Dataset& dataset);

    /// The best first: whole names, beginnings of names, of words, then what stands inside; of two alike the more
    /// important kind, then the more important place, then the name in `language`. Any language finds.
    [[nodiscard]] std::vector<SearchHit> find(std::string_view query, const std::string& language,
                                              std::size_t most = 8) const;
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
    struct Name {
        std::string folded, shown, language;
    };
    struct Entry {
        Selection selection;
        std::optional<Whereabouts> where;
        int kind_rank = 0;
        double place_rank = 0; ///< of the map, lower is more important
        std::vector<Name> names;
    };
    std::vector<Entry> entries_;
};

} // namespace scene

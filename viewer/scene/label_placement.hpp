#pragma once
#include "geo/types.hpp"
#include "scene/label_memory.hpp"
#include <string>
#include <unordered_map>
#include <vector>

namespace scene {

/// Boxes already taken, in a grid of square cells.
class CollisionGrid {
public:
    CollisionGrid(float width, float height, float cell = 48);
    [[nodiscard]] bool free(const geo::Rect& box) const;
    void take(const geo::Rect& box);

private:
    template <class F> void cells(const geo::Rect& box, F&& f) const;
    float cell_;
    int columns_, rows_;
    std::vector<std::vector<std::uint32_t>> buckets_;
    std::vector<geo::Rect> boxes_;
};

/// One label with its possible places, best first; each place is one or more boxes that must all be free.
struct LabelCandidate {
    std::string id;
    float priority = 0; ///< higher first; ties by id, so the same camera gives the same labels everywhere
    std::vector<std::vector<geo::Rect>> places;
};

/// Index of the chosen place per candidate, -1 = none. A label that was shown keeps its place while that is free.
[[nodiscard]] std::vector<int> place_labels(const std::vector<LabelCandidate>& candidates, CollisionGrid& grid,
                                            const LabelMemory& memory);

} // namespace scene

#include "scene/label_placement.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace scene {
namespace {
bool overlap(const geo::Rect& a, const geo::Rect& b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
} // namespace

CollisionGrid::CollisionGrid(float width, float height, float cell)
    : cell_(cell), columns_(std::max(1, static_cast<int>(std::ceil(width / cell)))),
      rows_(std::max(1, static_cast<int>(std::ceil(height / cell)))),
      buckets_(static_cast<std::size_t>(columns_) * rows_)
{
}

template <class F> void CollisionGrid::cells(const geo::Rect& box, F&& f) const
{
    const auto clamp_to = [](float v, int n) { return std::clamp(static_cast<int>(std::floor(v)), 0, n - 1); };
    const int x0 = clamp_to(box.x / cell_, columns_), x1 = clamp_to((box.x + box.w) / cell_, columns_);
    const int y0 = clamp_to(box.y / cell_, rows_), y1 = clamp_to((box.y + box.h) / cell_, rows_);
    for (int y = y0; y <= y1; ++y)
        for (int x = x0; x <= x1; ++x)
            if (!f(static_cast<std::size_t>(y) * columns_ + x)) return;
}

bool CollisionGrid::free(const geo::Rect& box) const
{
    bool is_free = true;
    cells(box, [&](std::size_t cell) {
        for (const auto index : buckets_[cell])
            if (overlap(boxes_[index], box)) is_free = false;
        return is_free;
    });
    return is_free;
}

void CollisionGrid::take(const geo::Rect& box)
{
    const auto index = static_cast<std::uint32_t>(boxes_.size());
    boxes_.push_back(box);
    cells(box, [&](std::size_t cell) {
        buckets_[cell].push_back(index);
        return true;
    });
}

std::vector<int> place_labels(const std::vector<LabelCandidate>& candidates, CollisionGrid& grid,
                              const LabelMemory& memory)
{
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (candidates[a].priority != candidates[b].priority) return candidates[a].priority > candidates[b].priority;
        return candidates[a].id < candidates[b].id;
    });
    std::vector<int> chosen(candidates.size(), -1);
    for (const auto index : order) {
        const auto& candidate = candidates[index];
        const auto fits = [&](std::size_t place) {
            const auto& boxes = candidate.places[place];
            return std::all_of(boxes.begin(), boxes.end(), [&](const auto& box) { return grid.free(box); });
        };
        const auto remembered = memory.entries.find(candidate.id);
        const bool keeps = remembered != memory.entries.end() && remembered->second.shown &&
                           static_cast<std::size_t>(remembered->second.anchor) < candidate.places.size() &&
                           fits(static_cast<std::size_t>(remembered->second.anchor));
        if (keeps) chosen[index] = remembered->second.anchor;
        for (std::size_t place = 0; chosen[index] < 0 && place < candidate.places.size(); ++place)
            if (fits(place)) chosen[index] = static_cast<int>(place);
        if (chosen[index] >= 0)
            for (const auto& box : candidate.places[static_cast<std::size_t>(chosen[index])]) grid.take(box);
    }
    return chosen;
}

} // namespace scene

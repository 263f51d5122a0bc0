#include "text/shelves.hpp"

namespace text {

std::optional<std::pair<int, int>> Shelves::place(int width, int height)
{
    if (width <= 0 || height <= 0 || width > size_ || height > size_) return std::nullopt;
    Shelf* best = nullptr;
    for (auto& shelf : shelves_)
        if (shelf.height >= height && size_ - shelf.used >= width && (!best || shelf.height < best->height))
            best = &shelf;
    // A shelf much too high wastes more than a new one takes.
    constexpr int kStep = 4;
    const int fitting = (height + kStep - 1) / kStep * kStep;
    const bool wasteful = !best || best->height > fitting + fitting / 3 + kStep;
    const int room = size_ - next_y_;
    if (wasteful && room >= height) {
        best = &shelves_.emplace_back(Shelf{next_y_, fitting < room ? fitting : room, 0});
        next_y_ += best->height;
    }
    if (!best) return std::nullopt;
    const int x = best->used;
    best->used += width;
    return std::pair{x, best->y};
}

void Shelves::clear()
{
    shelves_.clear();
    next_y_ = 0;
}

} // namespace text

#pragma once
#include <optional>
#include <utility>
#include <vector>

namespace text {

/// Packs rectangles into a square by rows ("shelves") of like height. Nothing is freed one by one.
class Shelves {
public:
    explicit Shelves(int size) : size_(size) {}

    /// Left and upper edge of a free w × h place, or nothing when it is full.
    std::optional<std::pair<int, int>> place(int width, int height);
    void clear();

private:
    struct Shelf {
        int y, height, used;
    };
    int size_;
    int next_y_ = 0;
    std::vector<Shelf> shelves_;
};

} // namespace text

#pragma once
#include "gpu/object.hpp"
#include <cstdint>

namespace gpu {

enum class Filter { nearest, linear, mipmap };

/// A two-dimensional 8-bit texture with 1, 2 or 4 channels, clamped at the edges.
class Texture {
public:
    Texture() = default;
    explicit Texture(Counters& counters) : object_(Kind::texture, counters) {}

    /// Allocates and fills; `pixels` may be null. Rows are tightly packed, the first one at v = 0.
    void create(int width, int height, int channels, Filter filter, const std::uint8_t* pixels);
    /// Replaces a rectangle; `pixels` is the whole texture's picture. Nothing happens when it is not inside.
    void update(int x, int y, int width, int height, const std::uint8_t* pixels);
    /// Single channel: sampled as (1, 1, 1, value).
    void sample_as_alpha();
    void bind(unsigned unit) const;
    [[nodiscard]] GLuint id() const { return object_.id(); }
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }

private:
    Object object_;
    int width_ = 0, height_ = 0, channels_ = 0;
};

} // namespace gpu

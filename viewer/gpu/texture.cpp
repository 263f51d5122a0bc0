#include "gpu/texture.hpp"
#include <algorithm>
#include <cstddef>
#include <vector>

namespace gpu {

namespace {

GLenum format_of(int channels) { return channels == 1 ? GL_RED : channels == 2 ? GL_RG : GL_RGBA; }
GLint internal_of(int channels) { return channels == 1 ? GL_R8 : channels == 2 ? GL_RG8 : GL_RGBA8; }

/// Deeper levels than this are never needed: a picture is not shown smaller than a sixteenth.
constexpr int kMipLevels = 4;

/// The next smaller level: the mean of each two by two texels.
std::vector<std::uint8_t> halved(const std::uint8_t* pixels, int width, int height, int channels)
{
    const int half_width = std::max(1, width / 2), half_height = std::max(1, height / 2);
    const auto row = static_cast<std::size_t>(width) * static_cast<std::size_t>(channels);
    const auto right = static_cast<std::size_t>(width > 1 ? channels : 0), below = height > 1 ? row : 0;
    std::vector<std::uint8_t> out;
    out.resize(static_cast<std::size_t>(half_width) * static_cast<std::size_t>(half_height * channels));
    std::uint8_t* to = out.data();
    for (int y = 0; y < half_height; ++y) {
        const std::uint8_t* from = pixels + static_cast<std::size_t>(2 * y) * row;
        for (int x = 0; x < half_width; ++x, from += 2 * channels)
            for (int c = 0; c < channels; ++c)
                *to++ = static_cast<std::uint8_t>(
                    (from[c] + from[c + right] + from[c + below] + from[c + below + right] + 2) / 4);
    }
    return out;
}

} // namespace

void Texture::create(int width, int height, int channels, Filter filter, const std::uint8_t* pixels)
{
    width_ = width;
    height_ = height;
    channels_ = channels;
    glBindTexture(GL_TEXTURE_2D, object_.id());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, internal_of(channels), width, height, 0, format_of(channels), GL_UNSIGNED_BYTE,
                 pixels);
    if (pixels != nullptr)
        object_.counters()->bytes_uploaded +=
            static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height * channels);
    const GLint magnify = filter == Filter::nearest ? GL_NEAREST : GL_LINEAR;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, magnify);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER,
                    filter == Filter::mipmap ? GL_LINEAR_MIPMAP_NEAREST : magnify);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    if (filter != Filter::mipmap || pixels == nullptr) return;
    // Software OpenGL takes ten times as long for glGenerateMipmap.
    std::vector<std::uint8_t> level;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, kMipLevels);
    for (int i = 1; i <= kMipLevels; ++i) {
        level = halved(i == 1 ? pixels : level.data(), width, height, channels);
        width = std::max(1, width / 2);
        height = std::max(1, height / 2);
        glTexImage2D(GL_TEXTURE_2D, i, internal_of(channels), width, height, 0, format_of(channels), GL_UNSIGNED_BYTE,
                     level.data());
        object_.counters()->bytes_uploaded += level.size();
    }
}

void Texture::update(int x, int y, int width, int height, const std::uint8_t* pixels)
{
    if (x < 0 || y < 0 || width <= 0 || height <= 0 || x + width > width_ || y + height > height_) return;
    const auto texel = static_cast<std::size_t>(channels_);
    const std::size_t first =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x)) * texel;
    glBindTexture(GL_TEXTURE_2D, object_.id());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, width_);
    glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, format_of(channels_), GL_UNSIGNED_BYTE, pixels + first);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    object_.counters()->bytes_uploaded +=
        static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height) * texel;
}

void Texture::sample_as_alpha()
{
    const GLint swizzle[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glBindTexture(GL_TEXTURE_2D, object_.id());
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle);
}

void Texture::bind(unsigned unit) const
{
    glActiveTexture(GL_TEXTURE0 + unit);
    glBindTexture(GL_TEXTURE_2D, object_.id());
}

} // namespace gpu

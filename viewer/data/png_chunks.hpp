#pragma once
#include <cstdint>
#include <ostream>
#include <string_view>

/// The outer form of a PNG file (PNG specification, sections 5 and 11), for who packs the pixels.
namespace data {

inline constexpr int kPngMaxSide = 32768;

/// Signature and header: 8 bits, 3 (RGB) or 4 (RGBA) channels.
void write_png_head(std::ostream& out, int width, int height, int channels);
void write_png_chunk(std::ostream& out, std::string_view type, std::string_view content);
[[nodiscard]] std::string png_big_endian(std::uint32_t value);

} // namespace data

#include "data/png_chunks.hpp"
#include <string>
#include <zlib.h>

namespace data {

std::string png_big_endian(std::uint32_t value)
{
    std::string out;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) out += static_cast<char>((value >> shift) & 0xFFU);
    return out;
}

void write_png_chunk(std::ostream& out, std::string_view type, std::string_view content)
{
    uLong crc = crc32(0, reinterpret_cast<const Bytef*>(type.data()), static_cast<uInt>(type.size()));
    crc = crc32(crc, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
    out << png_big_endian(static_cast<std::uint32_t>(content.size())) << type << content
        << png_big_endian(static_cast<std::uint32_t>(crc));
}

void write_png_head(std::ostream& out, int width, int height, int channels)
{
    out << std::string_view("\x89PNG\r\n\x1A\n", 8);
    const std::string size =
        png_big_endian(static_cast<std::uint32_t>(width)) + png_big_endian(static_cast<std::uint32_t>(height));
    const char colour_type = channels == 4 ? 6 : 2;
    write_png_chunk(out, "IHDR", size + std::string{8, colour_type, 0, 0, 0});
}

} // namespace data

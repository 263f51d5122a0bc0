#include "base/atomic_file.hpp"
#include "data/png_chunks.hpp"
#include "data/raster.hpp"
#include <algorithm>
#include <array>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <string_view>
#include <thread>
#include <zlib.h>

namespace data {

namespace {

constexpr int kMinStripRows = 64;
constexpr std::uint8_t kFilterUp = 2;

struct Picture {
    int width = 0, height = 0, channels = 0;
    const std::uint8_t* pixels = nullptr;
    [[nodiscard]] std::size_t row_bytes() const
    {
        return static_cast<std::size_t>(width) * static_cast<std::size_t>(channels);
    }
};

/// Rows [first, end) of a picture, compressed on their own: strips are joined at byte boundaries.
struct Strip {
    int first = 0, end = 0;
    std::vector<std::uint8_t> compressed;
    uLong adler = 1;
    std::size_t raw_bytes = 0;
    bool good = false;
};

std::vector<std::uint8_t> filtered_rows(const Picture& picture, const Strip& strip)
{
    const std::size_t row_bytes = picture.row_bytes();
    std::vector<std::uint8_t> rows(static_cast<std::size_t>(strip.end - strip.first) * (row_bytes + 1));
    std::uint8_t* out = rows.data();
    for (int y = strip.first; y < strip.end; ++y) {
        const std::uint8_t* row = picture.pixels + static_cast<std::size_t>(y) * row_bytes;
        *out++ = kFilterUp;
        if (y == 0) {
            std::memcpy(out, row, row_bytes);
        } else {
            const std::uint8_t* above = row - row_bytes;
            for (std::size_t x = 0; x < row_bytes; ++x) out[x] = static_cast<std::uint8_t>(row[x] - above[x]);
        }
        out += row_bytes;
    }
    return rows;
}

void compress(const Picture& picture, Strip& strip, bool last)
{
    std::vector<std::uint8_t> rows = filtered_rows(picture, strip);
    strip.raw_bytes = rows.size();
    strip.adler = adler32(1, rows.data(), static_cast<uInt>(rows.size()));
    z_stream stream{};
    if (deflateInit2(&stream, 1, Z_DEFLATED, -MAX_WBITS, 9, Z_RLE) != Z_OK) return;
    strip.compressed.resize(deflateBound(&stream, static_cast<uLong>(rows.size())) + 16);
    stream.next_in = rows.data();
    stream.avail_in = static_cast<uInt>(rows.size());
    stream.next_out = strip.compressed.data();
    stream.avail_out = static_cast<uInt>(strip.compressed.size());
    const int state = deflate(&stream, last ? Z_FINISH : Z_SYNC_FLUSH);
    strip.good = state == (last ? Z_STREAM_END : Z_OK) && stream.avail_in == 0;
    strip.compressed.resize(stream.total_out);
    deflateEnd(&stream);
}

std::vector<Strip> compress_strips(const Picture& picture)
{
    const int threads = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 8);
    const int count = std::clamp(picture.height / kMinStripRows, 1, threads);
    std::vector<Strip> strips(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        strips[static_cast<std::size_t>(i)].first = picture.height * i / count;
        strips[static_cast<std::size_t>(i)].end = picture.height * (i + 1) / count;
    }
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < strips.size(); ++i)
        workers.emplace_back([&, i] { compress(picture, strips[i], i + 1 == strips.size()); });
    compress(picture, strips.front(), strips.size() == 1);
    workers.clear(); // joins
    return strips;
}

void encode(std::ostream& out, const Picture& picture, const std::vector<Strip>& strips)
{
    write_png_head(out, picture.width, picture.height, picture.channels);
    uLong adler = 1;
    for (std::size_t i = 0; i < strips.size(); ++i) {
        std::string_view bytes(reinterpret_cast<const char*>(strips[i].compressed.data()), strips[i].compressed.size());
        adler = adler32_combine(adler, strips[i].adler, static_cast<z_off_t>(strips[i].raw_bytes));
        std::string content = i == 0 ? "\x78\x01" : "";
        content += bytes;
        if (i + 1 == strips.size()) content += png_big_endian(static_cast<std::uint32_t>(adler));
        write_png_chunk(out, "IDAT", content);
    }
    write_png_chunk(out, "IEND", {});
}

} // namespace

base::Result<void> write_png(const std::filesystem::path& file, int width, int height, int channels,
                             const std::uint8_t* pixels)
{
    const bool sizes = width >= 1 && height >= 1 && width <= kPngMaxSide && height <= kPngMaxSide;
    if (!sizes || (channels != 3 && channels != 4))
        return base::fail(
            fmt::format("a picture of {} x {} with {} channels cannot be written", width, height, channels),
            file.string());
    const Picture picture{width, height, channels, pixels};
    if (picture.row_bytes() * static_cast<std::size_t>(height) > (std::size_t{1} << 31))
        return base::fail(fmt::format("a picture of {} x {} is too large", width, height), file.string());
    const std::vector<Strip> strips = compress_strips(picture);
    if (!std::all_of(strips.begin(), strips.end(), [](const Strip& strip) { return strip.good; }))
        return base::fail("cannot be compressed", file.string());

    base::AtomicFile whole;
    if (auto opened = whole.open(file); !opened) return opened;
    encode(whole.out(), picture, strips);
    return whole.commit();
}

} // namespace data

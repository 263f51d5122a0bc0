#include "data/png_stream.hpp"
#include "base/atomic_file.hpp"
#include "data/png_chunks.hpp"
#include <cstring>
#include <fmt/format.h>
#include <vector>
#include <zlib.h>

namespace data {

namespace {

constexpr std::size_t kChunkBytes = 1 << 20;
constexpr std::uint8_t kFilterUp = 2;

} // namespace

struct PngStream::Impl {
    base::AtomicFile file;
    int width = 0, height = 0, rows = 0;
    z_stream packer{};
    bool packing = false;
    std::vector<std::uint8_t> above, filtered, packed;

    ~Impl()
    {
        if (packing) deflateEnd(&packer);
    }

    /// Packs what is at hand; `flush` as in zlib. Full chunks go to the file.
    bool pack(const std::uint8_t* bytes, std::size_t count, int flush)
    {
        packer.next_in = const_cast<Bytef*>(bytes);
        packer.avail_in = static_cast<uInt>(count);
        for (;;) {
            const int state = deflate(&packer, flush);
            if (state == Z_STREAM_ERROR) return false;
            const bool end = state == Z_STREAM_END;
            if (packer.avail_out == 0 || end) {
                const auto size = packed.size() - packer.avail_out;
                if (size > 0) write_png_chunk(file.out(), "IDAT", {reinterpret_cast<const char*>(packed.data()), size});
                packer.next_out = packed.data();
                packer.avail_out = static_cast<uInt>(packed.size());
            }
            if (end || (flush == Z_NO_FLUSH && packer.avail_in == 0)) return file.out().good();
        }
    }
};

PngStream::PngStream() = default;
PngStream::PngStream(PngStream&&) noexcept = default;
PngStream& PngStream::operator=(PngStream&&) noexcept = default;
PngStream::~PngStream() = default;

base::Result<PngStream> PngStream::create(const std::filesystem::path& file, int width, int height)
{
    if (width < 1 || height < 1 || width > kPngMaxSide || height > kPngMaxSide)
        return base::fail(fmt::format("a picture of {} x {} cannot be written", width, height), file.string());
    PngStream stream;
    stream.impl_ = std::make_unique<Impl>();
    Impl& my = *stream.impl_;
    my.width = width;
    my.height = height;
    if (auto opened = my.file.open(file); !opened) return tl::unexpected(opened.error());
    if (deflateInit2(&my.packer, 1, Z_DEFLATED, MAX_WBITS, 9, Z_RLE) != Z_OK) return my.file.failed("no memory");
    my.packing = true;
    my.above.assign(static_cast<std::size_t>(width) * 3, 0);
    my.filtered.resize(my.above.size() + 1);
    my.packed.resize(kChunkBytes);
    my.packer.next_out = my.packed.data();
    my.packer.avail_out = static_cast<uInt>(my.packed.size());
    write_png_head(my.file.out(), width, height, 3);
    return stream;
}

base::Result<void> PngStream::add_rows(const std::uint8_t* rgb, int count)
{
    Impl& my = *impl_;
    if (my.rows + count > my.height) return my.file.failed("more rows than the picture has");
    const std::size_t bytes = my.above.size();
    for (int y = 0; y < count; ++y, rgb += bytes) {
        my.filtered[0] = kFilterUp;
        for (std::size_t x = 0; x < bytes; ++x) my.filtered[x + 1] = static_cast<std::uint8_t>(rgb[x] - my.above[x]);
        std::memcpy(my.above.data(), rgb, bytes);
        if (!my.pack(my.filtered.data(), my.filtered.size(), Z_NO_FLUSH)) return my.file.failed("the disk may be full");
    }
    my.rows += count;
    return {};
}

base::Result<void> PngStream::finish()
{
    Impl& my = *impl_;
    if (my.rows != my.height) return my.file.failed("rows are missing");
    if (!my.pack(nullptr, 0, Z_FINISH)) return my.file.failed("the disk may be full");
    write_png_chunk(my.file.out(), "IEND", {});
    return my.file.commit();
}

} // namespace data

#include "data/raster.hpp"
#include <fmt/format.h>
#include <png.h>

namespace data {

namespace {

constexpr png_uint_32 kMaxSide = 32768;

} // namespace

base::Result<Raster> read_png(const std::filesystem::path& file)
{
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) return base::fail("no such file", file.string());
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    const auto wrong = [&](const char* what) {
        png_image_free(&image);
        return base::fail(fmt::format("cannot be read as PNG: {}", what), file.string());
    };
    if (png_image_begin_read_from_file(&image, file.c_str()) == 0) return wrong(image.message);
    if (image.width > kMaxSide || image.height > kMaxSide) return wrong("the picture is too large");
    image.format = PNG_FORMAT_RGBA;
    Raster out;
    out.id = file.filename().string();
    out.width = static_cast<int>(image.width);
    out.height = static_cast<int>(image.height);
    out.bands = 4;
    out.pixels.resize(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, out.pixels.data(), 0, nullptr) == 0) return wrong(image.message);
    return out;
}

} // namespace data

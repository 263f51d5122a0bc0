#pragma once
#include "base/result.hpp"
#include <cstdint>
#include <filesystem>
#include <memory>

namespace data {

/// An 8-bit RGB picture written from the top as its rows come, so that it need never be whole in memory. The file
/// appears under its name when finish() succeeds; before that, and after a failure, there is none.
class PngStream {
public:
    static base::Result<PngStream> create(const std::filesystem::path& file, int width, int height);
    PngStream(PngStream&&) noexcept;
    PngStream& operator=(PngStream&&) noexcept;
    ~PngStream();

    /// The next `count` rows.
    base::Result<void> add_rows(const std::uint8_t* rgb, int count);
    /// Error when rows are missing or the disk is full.
    base::Result<void> finish();

private:
    PngStream();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace data

#include "base/atomic_file.hpp"
#include <unistd.h>

namespace base {

AtomicFile::~AtomicFile()
{
    if (!out_.is_open()) return;
    out_.close();
    std::error_code ignored;
    std::filesystem::remove(temporary_, ignored);
}

Result<void> AtomicFile::open(const std::filesystem::path& file)
{
    file_ = temporary_ = file;
    temporary_ += "." + std::to_string(getpid()) + ".part";
    out_.open(temporary_, std::ios::binary);
    if (!out_) return fail("cannot be written", file.string(), "check that the folder exists and is writable");
    return {};
}

Result<void> AtomicFile::commit()
{
    out_.close();
    std::error_code failure;
    if (out_.good()) std::filesystem::rename(temporary_, file_, failure);
    if (out_.good() && !failure) return {};
    const std::string why = failure ? failure.message() : "the disk may be full";
    std::filesystem::remove(temporary_, failure);
    return failed(why);
}

tl::unexpected<Error> AtomicFile::failed(const std::string& why) const
{
    return fail("cannot be written: " + why, file_.string());
}

} // namespace base

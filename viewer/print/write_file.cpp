#include "print/write_file.hpp"
#include <fstream>
#include <unistd.h>

namespace print {

base::Result<void> write_file(const std::filesystem::path& file, std::string_view bytes)
{
    std::filesystem::path temporary = file;
    temporary += "." + std::to_string(getpid()) + ".part";
    std::ofstream out(temporary, std::ios::binary);
    if (!out) return base::fail("cannot be written", file.string(), "check that the folder exists and is writable");
    out << bytes;
    out.close();
    std::error_code failure;
    if (out.good()) std::filesystem::rename(temporary, file, failure);
    if (out.good() && !failure) return {};
    const std::string message = failure ? failure.message() : "the disk may be full";
    std::filesystem::remove(temporary, failure);
    return base::fail("cannot be written: " + message, file.string());
}

} // namespace print

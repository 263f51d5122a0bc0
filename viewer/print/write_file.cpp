#include "print/write_file.hpp"
#include "base/atomic_file.hpp"

namespace print {

base::Result<void> write_file(const std::filesystem::path& file, std::string_view bytes)
{
    base::AtomicFile whole;
    if (auto opened = whole.open(file); !opened) return opened;
    whole.out() << bytes;
    return whole.commit();
}

} // namespace print

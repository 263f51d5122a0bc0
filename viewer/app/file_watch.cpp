#include "app/file_watch.hpp"

namespace app {

namespace fs = std::filesystem;

void FileWatch::add(const fs::path& folder)
{
    folders_.push_back(folder);
    seen_ = look();
}

bool FileWatch::changed()
{
    Times now = look();
    const bool differs = now != seen_;
    seen_ = std::move(now);
    return differs;
}

FileWatch::Times FileWatch::look() const
{
    Times times;
    std::error_code failure; // a file may vanish between being listed and being asked
    for (const auto& folder : folders_)
        for (const auto& entry : fs::directory_iterator(folder, failure)) {
            const auto at = entry.last_write_time(failure);
            if (!failure) times.emplace(entry.path(), at);
        }
    return times;
}

} // namespace app

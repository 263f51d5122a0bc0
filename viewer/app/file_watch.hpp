#pragma once
#include <filesystem>
#include <map>
#include <vector>

namespace app {

/// Tells when files of some folders change, by looking at their times when asked. Costs nothing until a folder is
/// added.
class FileWatch {
public:
    void add(const std::filesystem::path& folder);
    [[nodiscard]] bool any() const { return !folders_.empty(); }
    /// A file was changed, added or taken away since the last call (or since its folder was added).
    bool changed();

private:
    using Times = std::map<std::filesystem::path, std::filesystem::file_time_type>;
    [[nodiscard]] Times look() const;

    std::vector<std::filesystem::path> folders_;
    Times seen_;
};

} // namespace app

#pragma once
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace fuzz {

/// A folder for the inputs of one process, removed at its end. In memory where the system has such a folder.
class InputFolder {
public:
    explicit InputFolder(const std::string& target)
    {
        const std::filesystem::path memory = "/dev/shm";
        const auto root = access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
        path_ = root / ("atlas_fuzz_" + target + "_" + std::to_string(getpid()));
        std::filesystem::create_directories(path_);
    }
    ~InputFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    InputFolder(const InputFolder&) = delete;
    InputFolder& operator=(const InputFolder&) = delete;

    void write(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(path_ / name, std::ios::binary | std::ios::trunc) << bytes;
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace fuzz

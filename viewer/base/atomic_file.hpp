#pragma once
#include "base/result.hpp"
#include <filesystem>
#include <fstream>

namespace base {

/// A file that is there whole or not at all: written beside its place, then renamed. What is not committed is removed.
class AtomicFile {
public:
    AtomicFile() = default;
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile();

    /// Once. Error: the folder is not there or not writable.
    Result<void> open(const std::filesystem::path& file);
    [[nodiscard]] std::ofstream& out() { return out_; }
    /// Error: the disk is full, or the place cannot be taken; nothing is left behind then.
    Result<void> commit();
    /// "cannot be written: why", naming the file.
    [[nodiscard]] tl::unexpected<Error> failed(const std::string& why) const;

private:
    std::filesystem::path file_, temporary_;
    std::ofstream out_;
};

} // namespace base

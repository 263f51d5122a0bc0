#include "text/placed_text.hpp"
#include "text/face.hpp"
#include <map>

namespace text {

struct LentFaces::Impl {
    LibraryPtr library;
    std::map<std::filesystem::path, std::unique_ptr<Face>> faces;
};

LentFaces::LentFaces() : impl_(std::make_unique<Impl>())
{
    FT_Library made = nullptr;
    if (FT_Init_FreeType(&made) == 0) impl_->library.reset(made);
}

LentFaces::~LentFaces() = default;

FT_FaceRec_* LentFaces::open(const std::filesystem::path& file)
{
    if (!impl_->library) return nullptr;
    auto found = impl_->faces.find(file);
    if (found == impl_->faces.end()) {
        auto opened = Face::open(impl_->library.get(), file);
        found = impl_->faces.emplace(file, opened ? std::move(*opened) : nullptr).first;
    }
    return found->second ? found->second->drawer() : nullptr;
}

} // namespace text

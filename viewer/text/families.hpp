#pragma once
#include "text/face.hpp"
#include <array>
#include <string>
#include <vector>

namespace text {

/// A face and what must be done to it to look as asked.
struct FaceChoice {
    const Face* face = nullptr;
    std::uint8_t id = 0;  ///< one number per choice, for the glyph cache
    bool thicken = false; ///< the family has no bold
    bool slant = false;   ///< the family has no italic
    bool hinted = false;  ///< fit small sizes to the pixel rows
    float scale = 1;
    hb_language_t language = nullptr;
};

/// The families of fonts.toml in order of preference, then the system fonts it lists as fallback. Their files are
/// opened when first needed: a system font only for a character that none of ours has.
class Families {
public:
    static base::Result<Families> open(const std::filesystem::path& folder);

    /// The first family that has the character; the families that claim its script come first. Null when none has it.
    const FaceChoice* find(char32_t code, hb_script_t script, bool bold, bool italic);
    /// Draws Latin, digits, and the box for characters that no family has.
    [[nodiscard]] const FaceChoice& primary(bool bold, bool italic);
    [[nodiscard]] bool claimed(const FaceChoice& choice, hb_script_t script) const;
    [[nodiscard]] std::size_t bytes() const;
    [[nodiscard]] std::vector<std::string> names() const;

private:
    enum Cut { regular, bold, italic, kCuts };
    struct File {
        std::filesystem::path path;
        std::unique_ptr<Face> face;
        bool failed = false;
        unsigned number = 0; ///< of the face in a collection
    };
    struct Family {
        std::string name;
        std::array<File, kCuts> files;
        std::vector<hb_script_t> scripts;
        float scale = 1;
        bool may_slant = true;
        bool hinted = false;
        hb_language_t language = nullptr;
        bool installed = false;            ///< a font of the system, which may be there or not
        std::array<FaceChoice, 4> choices; ///< bold + 2 * italic; face null until first asked for
    };

    const Face* load(File& file);
    const FaceChoice* choose(std::size_t family, bool bold, bool italic);

    friend struct FamiliesFile;
    LibraryPtr library_;
    std::vector<Family> families_;
    std::size_t primary_ = 0;
};

} // namespace text

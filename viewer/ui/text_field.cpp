#include "ui/text_field.hpp"
#include "ui/control.hpp"
#include "ui/text_draw.hpp"
#include "ui/text_edit.hpp"
#include <algorithm>
#include <cmath>
#include <imgui_internal.h>

namespace ui {
namespace {

ImGuiID focus_key() { return Frame::id_of("text_focus"); }

/// Caret, selection and scroll live in ImGui's storage between frames, the text in the state.
struct Kept {
    Frame& frame;
    ImGuiID key;
    [[nodiscard]] TextEdit load(const std::string& text) const
    {
        const auto at = [&](ImGuiID offset) {
            return static_cast<std::size_t>(std::max(frame.memory->GetInt(key + offset, 0), 0));
        };
        // A text that came from elsewhere (a replay, a new search) is continued at its end.
        if (at(5) != text.size()) return {text, text.size(), text.size(), true};
        return {text, at(1), at(2), frame.memory->GetBool(key + 3, true)};
    }
    void store(const TextEdit& edit) const
    {
        frame.memory->SetInt(key + 1, static_cast<int>(edit.caret));
        frame.memory->SetInt(key + 2, static_cast<int>(edit.anchor));
        frame.memory->SetBool(key + 3, edit.after);
        frame.memory->SetInt(key + 5, static_cast<int>(edit.text.size()));
    }
    [[nodiscard]] float& scroll() const { return *frame.memory->GetFloatRef(key + 4, 0); }
};

std::string typed()
{
    std::string all;
    for (const ImWchar c : ImGui::GetIO().InputQueueCharacters) {
        if (c < 0x20 || c == 0x7F) continue;
        char bytes[5] = {};
        ImTextCharToUtf8(bytes, c);
        all += bytes;
    }
    ImGui::GetIO().InputQueueCharacters.resize(0);
    return all;
}

/// Everything the keyboard did in this frame, in an order that hardly ever matters: keys first, then letters.
void edit_with_keys(Frame& frame, TextEdit& edit, const Type& type, FieldEvents& events)
{
    const auto cells = [&] { return *frame.in.text.cells(edit.text, type.style); };
    const auto& io = ImGui::GetIO();
    if (io.KeyCtrl) {
        if (key_pressed(ImGuiKey_A)) edit.select_all();
        if ((key_pressed(ImGuiKey_C) || key_pressed(ImGuiKey_X)) && edit.selecting())
            ImGui::SetClipboardText(edit.selected().c_str());
        if (key_pressed(ImGuiKey_X)) edit.erase_selected();
        if (key_pressed(ImGuiKey_V))
            if (const char* pasted = ImGui::GetClipboardText()) edit.insert(pasted);
    }
    if (key_pressed(ImGuiKey_LeftArrow)) edit.step(cells(), false, io.KeyShift);
    if (key_pressed(ImGuiKey_RightArrow)) edit.step(cells(), true, io.KeyShift);
    if (key_pressed(ImGuiKey_Home)) edit.home(io.KeyShift);
    if (key_pressed(ImGuiKey_End)) edit.end(io.KeyShift);
    if (key_pressed(ImGuiKey_Backspace)) edit.erase_before(cells());
    if (key_pressed(ImGuiKey_Delete)) edit.erase_behind(cells());
    if (key_pressed(ImGuiKey_DownArrow)) ++events.row;
    if (key_pressed(ImGuiKey_UpArrow)) --events.row;
    const std::string letters = typed();
    if (!letters.empty() && !io.KeyCtrl) edit.insert(letters);
    events.submitted = key_pressed(ImGuiKey_Enter) || key_pressed(ImGuiKey_KeyPadEnter);
    events.cancelled = key_pressed(ImGuiKey_Escape);
}

void ground_of_field(Frame& frame, const geo::Rect& rect, bool focused)
{
    const ImVec2 a{rect.x, rect.y}, b{rect.x + rect.w, rect.y + rect.h};
    frame.draw->AddRectFilled(a, b, frame.color("ui.control"), frame.px(8));
    frame.draw->AddRect(a, b, frame.color(focused ? "ui.accent" : "ui.panel_stroke"), frame.px(8), 0,
                        frame.px(focused ? 1.6F : 1.0F));
}

/// Pen start on the screen: the text lies at the side where reading starts; a longer one follows its caret.
float pen_x(Frame& frame, const geo::Rect& seen, float width, float caret, float& scroll)
{
    const float spare = std::max(width - seen.w, 0.0F);
    if (spare == 0) scroll = 0;
    const float begin = frame.mirrored ? seen.x + seen.w - width : seen.x; // unscrolled
    const auto at = [&] { return begin + caret + (frame.mirrored ? scroll : -scroll); };
    const float direction = frame.mirrored ? -1.0F : 1.0F;
    if (at() < seen.x) scroll -= direction * (seen.x - at());
    if (at() > seen.x + seen.w) scroll += direction * (at() - seen.x - seen.w);
    scroll = std::clamp(scroll, 0.0F, spare);
    return std::round(begin + (frame.mirrored ? scroll : -scroll));
}

void draw_edit(Frame& frame, const geo::Rect& inner, const TextEdit& edit, const Type& type, bool focused, float pen)
{
    const auto cells = frame.in.text.cells(edit.text, type.style);
    const float middle = inner.y + inner.h / 2;
    const float half = type.style.size_px * 0.72F;
    const auto box = [&](float x0, float x1, ImU32 color) { // x on the screen
        const float a = frame.on_screen(x0), b = frame.on_screen(x1);
        frame.draw->AddRectFilled({std::min(a, b), middle - half}, {std::max(a, b), middle + half}, color);
    };
    if (focused)
        for (const auto& [x0, x1] : edit.boxes(*cells))
            box(std::round(pen + x0), std::round(pen + x1), frame.color("ui.accent", 0.35F));
    const float width = frame.in.text.shape(edit.text, type.style)->width;
    const float from = frame.mirrored ? frame.on_screen(pen + width) : pen;
    text_as_typed(frame, {from, middle - type.line / 2}, edit.text, type, frame.color("ui.text_primary"));
    if (!focused) return;
    const float x = std::round(pen + edit.caret_x(*cells));
    box(x, x + std::max(frame.px(1.5F), 1.0F), frame.color("ui.accent"));
    frame.out.text_caret = {x, middle - half, std::max(frame.px(1.5F), 1.0F), 2 * half};
}

} // namespace

void leave_fields(Frame& frame) { frame.memory->SetInt(focus_key(), 0); }

FieldEvents text_field(Frame& frame, std::string_view id, const geo::Rect& rect, const std::string& value,
                       const std::string& placeholder, bool take_focus)
{
    FieldEvents events;
    const auto key = static_cast<int>(Frame::id_of(id));
    const Type body = type(frame, "body");
    const geo::Rect inner{rect.x + frame.px(10), rect.y, rect.w - frame.px(20), rect.h};
    const geo::Rect seen = frame.on_screen(inner);
    const Kept kept{frame, static_cast<ImGuiID>(key)};
    TextEdit edit = kept.load(value);
    edit.settle(*frame.in.text.cells(edit.text, body.style));

    const Hit hit = control(frame, id, rect, true);
    int& focus = *frame.memory->GetIntRef(focus_key(), 0);
    const auto& io = ImGui::GetIO();
    if (hit.held || hit.focused || take_focus) focus = key;
    const geo::Rect touch = frame.on_screen(rect);
    if (ImGui::IsMouseClicked(0) && focus == key && !touch.contains({io.MousePos.x, io.MousePos.y})) focus = 0;
    events.focused = focus == key;
    if (events.focused) {
        ImGui::GetCurrentContext()->WantTextInputNextFrame = 1; // the map's own keys rest meanwhile
        edit_with_keys(frame, edit, body, events);
        if (key_pressed(ImGuiKey_Tab)) focus = 0;
    }
    const auto cells = frame.in.text.cells(edit.text, body.style);
    const float width = cells->empty() ? 0 : cells->back().x1;
    const float caret = events.focused ? edit.caret_x(*cells) : 0;
    float pen = pen_x(frame, seen, width, caret, kept.scroll());
    if (hit.held) {
        edit.place(*cells, io.MousePos.x - pen, io.MouseDownDuration[0] > 0 || io.KeyShift);
        pen = pen_x(frame, seen, width, edit.caret_x(*cells), kept.scroll());
    }
    events.changed = edit.text != value;
    events.text = edit.text;
    kept.store(edit);

    ground_of_field(frame, rect, events.focused);
    frame.draw->PushClipRect({inner.x - frame.px(2), inner.y}, {inner.x + inner.w + frame.px(2), inner.y + inner.h},
                             true);
    if (edit.text.empty())
        line(frame, inner.x + frame.px(events.focused ? 4.0F : 0.0F), inner.x + inner.w,
             inner.y + (inner.h - body.line) / 2, placeholder, body, frame.color("ui.text_note"));
    draw_edit(frame, inner, edit, body, events.focused, pen);
    frame.draw->PopClipRect();
    return events;
}

} // namespace ui

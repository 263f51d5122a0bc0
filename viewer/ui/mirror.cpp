#include "ui/mirror.hpp"
#include <utility>

namespace ui {

Mirror::Mirror(const Frame& frame, ImDrawList& list) : frame_(frame), list_(list)
{
    if (!frame.mirrored) return;
    // Clip rectangles are mirrored with the vertices, so they start afresh in the panels' own coordinates.
    list.PushClipRect({0, 0}, {frame.layout.window.w, frame.layout.window.h}, false);
    first_vertex_ = list.VtxBuffer.Size;
    first_command_ = list.CmdBuffer.Size - 1;
}

Mirror::~Mirror()
{
    if (!frame_.mirrored) return;
    list_.PopClipRect();
    const float width = frame_.layout.window.w;
    for (int i = first_vertex_; i < list_.VtxBuffer.Size; ++i)
        list_.VtxBuffer[i].pos.x = width - list_.VtxBuffer[i].pos.x;
    for (int i = first_command_; i < list_.CmdBuffer.Size; ++i) {
        auto& command = list_.CmdBuffer[i];
        if (command.ElemCount == 0) continue;
        command.ClipRect.x = width - std::exchange(command.ClipRect.z, width - command.ClipRect.x);
    }
}

} // namespace ui

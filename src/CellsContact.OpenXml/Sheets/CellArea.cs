using System.Text;

namespace CellsContact.OpenXml.Sheets;

/// <summary>A rectangle of cells, as in <c>ref</c> and <c>sqref</c>.</summary>
internal sealed record CellArea(int Left, int Top, int Right, int Bottom)
{
    /// <summary>Null for what is not a plain rectangle, such as whole columns.</summary>
    public static CellArea? Parse(string reference)
    {
        string[] corners = reference.Split(':');
        if (corners.Length > 2)
            return null;
        (int left, int top) = CellReference.Parse(Encoding.ASCII.GetBytes(corners[0]));
        (int right, int bottom) = CellReference.Parse(Encoding.ASCII.GetBytes(corners[^1]));
        return left > 0 && top > 0 && right > 0 && bottom > 0
            ? new CellArea(Math.Min(left, right), Math.Min(top, bottom), Math.Max(left, right), Math.Max(top, bottom))
            : null;
    }

    public bool Contains(int column, int row) => column >= Left && column <= Right && row >= Top && row <= Bottom;

    public override string ToString() => Left == Right && Top == Bottom
        ? CellReference.Of(Left, Top)
        : $"{CellReference.Of(Left, Top)}:{CellReference.Of(Right, Bottom)}";
}

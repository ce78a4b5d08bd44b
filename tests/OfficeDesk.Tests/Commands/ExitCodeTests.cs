namespace OfficeDesk.Tests.Commands;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(0, new[] { 0, 0 })]
    [InlineData(1, new[] { 1, 1 })]
    [InlineData(2, new[] { 1, 2 })]
    [InlineData(4, new[] { 0, 1 })]
    [InlineData(4, new[] { 0, 2 })]
    [InlineData(4, new[] { 4, 1 })]
    [InlineData(3, new[] { 0, 3, 1 })]
    [InlineData(130, new[] { 0, 130, 3 })]
    public void Of_SeveralItems_IsTheirCommonCode(int expected, int[] items) => Assert.Equal(expected, ExitCode.Of(items));
}

namespace CellsContact.EntityFrameworkCore.Tests;

public sealed class EntityFrameworkCoreBuilderTests
{
    [Theory]
    [InlineData("contacts.db", "Data Source=contacts.db")]
    [InlineData("/var/lib/連絡.db", "Data Source=/var/lib/連絡.db")]
    [InlineData("Data Source=contacts.db;Default Timeout=60", "Data Source=contacts.db;Default Timeout=60")]
    public void UseSqlite_PathOrConnectionString_IsTaken(string given, string expected) =>
        Assert.Equal(expected, new EntityFrameworkCoreBuilder().UseSqlite(given).ConnectionString);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(":memory:")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x;Mode=Memory;Cache=Shared")]
    [InlineData("Default Timeout=60")]
    [InlineData("Datasorce=contacts.db")]
    public void UseSqlite_WithoutAFile_IsRefused(string given) => Assert.ThrowsAny<ArgumentException>(() => new EntityFrameworkCoreBuilder().UseSqlite(given));

    [Fact]
    public void UseSqlite_Twice_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => new EntityFrameworkCoreBuilder().UseSqlite("a.db").UseSqlite("b.db"));
}

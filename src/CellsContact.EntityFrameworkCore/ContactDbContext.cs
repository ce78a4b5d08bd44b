using CellsContact.EntityFrameworkCore.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CellsContact.EntityFrameworkCore;

/// <summary>The model, the same on every database: whole numbers, texts, yes and no, dates; instants are microseconds.</summary>
/// <remarks>Migrations differ by provider, so that each provider has a context type of its own.</remarks>
internal abstract class ContactDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<ContactRow> Contacts => Set<ContactRow>();

    public DbSet<SearchKeyRow> SearchKeys => Set<SearchKeyRow>();

    public DbSet<AttemptRow> Attempts => Set<AttemptRow>();

    public DbSet<TombstoneRow> Tombstones => Set<TombstoneRow>();

    public DbSet<RefusalRow> Refusals => Set<RefusalRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ContactRow>(Contact);
        modelBuilder.Entity<SearchKeyRow>(key =>
        {
            key.ToTable("ContactSearchKeys").HasKey(row => new { row.ContactSequence, row.Key });

            // The key first: it finds by itself, and with an establishment too.
            key.HasIndex(row => new { row.Key, row.Establishment });
        });
        modelBuilder.Entity<MoveRow>(move =>
        {
            move.ToTable("ContactMoves").HasKey(row => new { row.ContactSequence, row.Number });
            move.Property(row => row.Number).ValueGeneratedNever();
            move.ComplexProperty(row => row.Move);
        });
        modelBuilder.Entity<AttemptRow>(attempt =>
        {
            attempt.ToTable("SaveAttempts").HasKey(row => new { row.ContactSequence, row.Number });
            attempt.Property(row => row.Number).ValueGeneratedNever();
            attempt.ComplexProperty(row => row.Move);

            // At most one open attempt per notice: AttemptState.Open is 1.
            attempt.HasIndex(row => row.ContactSequence, "IX_SaveAttempts_OneOpen").IsUnique().HasFilter("\"State\" = 1");
        });
        modelBuilder.Entity<TombstoneRow>().ToTable("Tombstones").HasKey(row => new { row.Establishment, row.ContactId });
        modelBuilder.Entity<RefusalRow>().ToTable("IntakeRefusals").HasKey(row => row.Sequence);
    }

    private static void Contact(EntityTypeBuilder<ContactRow> contact)
    {
        contact.ToTable("Contacts").HasKey(row => row.Sequence);
        contact.Property(row => row.Version).IsConcurrencyToken();
        contact.HasIndex(row => new { row.Establishment, row.ContactId }).IsUnique();
        contact.HasIndex(row => new { row.Establishment, row.ReceivedAt, row.Status });
        contact.HasIndex(row => new { row.Status, row.Sequence });
        contact.HasMany(row => row.Keys).WithOne().HasForeignKey(row => row.ContactSequence).OnDelete(DeleteBehavior.Cascade);
        contact.HasMany(row => row.Moves).WithOne().HasForeignKey(row => row.ContactSequence).OnDelete(DeleteBehavior.Cascade);
        contact.HasMany(row => row.Attempts).WithOne().HasForeignKey(row => row.ContactSequence).OnDelete(DeleteBehavior.Cascade);
    }
}

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

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();

    public DbSet<AttachmentContentRow> AttachmentContents => Set<AttachmentContentRow>();

    public DbSet<BoxFileRow> BoxFiles => Set<BoxFileRow>();

    public DbSet<BoxContentRow> BoxContents => Set<BoxContentRow>();

    public DbSet<MyNumberRow> MyNumbers => Set<MyNumberRow>();

    public DbSet<MyNumberAccessRow> MyNumberAccesses => Set<MyNumberAccessRow>();

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

            // For attempts of the version before: they had none.
            attempt.Property(row => row.Numbers).HasDefaultValue("[]");
            attempt.Property(row => row.Publish).HasDefaultValue(false);
            attempt.Property(row => row.StoreAttachments).HasDefaultValue(false);

            // At most one open attempt per notice: AttemptState.Open is 1.
            attempt.HasIndex(row => row.ContactSequence, "IX_SaveAttempts_OneOpen").IsUnique().HasFilter("\"State\" = 1");
        });
        modelBuilder.Entity<TombstoneRow>().ToTable("Tombstones").HasKey(row => new { row.Establishment, row.ContactId });
        modelBuilder.Entity<RefusalRow>().ToTable("IntakeRefusals").HasKey(row => row.Sequence);
        modelBuilder.Entity<OutboxRow>(message =>
        {
            message.ToTable("Outbox").HasKey(row => row.Sequence);
            message.Property(row => row.Id).IsRequired();
            message.HasIndex(row => row.Id).IsUnique();
            message.HasIndex(row => new { row.State, row.NextAttemptAt });
            message.HasIndex(row => new { row.OrderKey, row.Sequence });
        });
        modelBuilder.Entity<AttachmentRow>(Attachment);
        modelBuilder.Entity<AttachmentContentRow>(content =>
        {
            content.ToTable("AttachmentContents").HasKey(row => row.AttachmentSequence);
            content.Property(row => row.AttachmentSequence).ValueGeneratedNever();
        });
        modelBuilder.Entity<BoxFileRow>(BoxFile);
        modelBuilder.Entity<BoxContentRow>(content =>
        {
            content.ToTable("BoxContents").HasKey(row => row.FileSequence);
            content.Property(row => row.FileSequence).ValueGeneratedNever();
        });
        modelBuilder.Entity<MyNumberRow>(MyNumber);
        modelBuilder.Entity<MyNumberAccessRow>(access =>
        {
            access.ToTable("MyNumberAccess").HasKey(row => row.Sequence);
            access.HasIndex(row => new { row.Establishment, row.Number }).IsUnique();
            access.HasIndex(row => new { row.Establishment, row.EventId }).IsUnique();

            // Lockout: what an operator asked for lately.
            access.HasIndex(row => new { row.ActorId, row.At });
        });
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

    /// <summary>No foreign key to the notice: a file arrives before it, and has a clock of its own.</summary>
    private static void Attachment(EntityTypeBuilder<AttachmentRow> file)
    {
        file.ToTable("Attachments").HasKey(row => row.Sequence);
        file.HasIndex(row => new { row.Establishment, row.ContactId, row.FileId }).IsUnique();
        file.HasIndex(row => row.ReceivedAt);
        file.HasOne(row => row.Content).WithOne().HasForeignKey<AttachmentContentRow>(content => content.AttachmentSequence).OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>No foreign key to anything: what is in a box outlives its notice and the notice's files.</summary>
    private static void BoxFile(EntityTypeBuilder<BoxFileRow> file)
    {
        file.ToTable("BoxFiles").HasKey(row => row.Sequence);
        file.HasIndex(row => new { row.Establishment, row.EmployeeNumber, row.ContactId, row.FileId }).IsUnique();
        file.HasOne(row => row.Content).WithOne().HasForeignKey<BoxContentRow>(content => content.FileSequence).OnDelete(DeleteBehavior.Cascade);
    }

    private static void MyNumber(EntityTypeBuilder<MyNumberRow> number)
    {
        number.ToTable("MyNumbers").HasKey(row => row.Sequence);
        number.HasIndex(row => new { row.Establishment, row.ContactId, row.Path }).IsUnique();
        number.HasIndex(row => new { row.State, row.PutAt });

        // At most one present number per owner: MyNumberState.Linked is 2. Two indexes, because no value equals NULL.
        number.HasIndex(row => new { row.Establishment, row.EmployeeNumber }, "IX_MyNumbers_OnePerPerson")
            .IsUnique().HasFilter("\"State\" = 2 AND \"DependentGivenName\" IS NULL");
        number.HasIndex(row => new { row.Establishment, row.EmployeeNumber, row.DependentBirthDate, row.DependentGivenName }, "IX_MyNumbers_OnePerDependent")
            .IsUnique().HasFilter("\"State\" = 2 AND \"DependentGivenName\" IS NOT NULL");
    }
}

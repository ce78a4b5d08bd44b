using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CellsContact.EntityFrameworkCore.Sqlite.Migrations
{
    /// <inheritdoc />
    internal sealed partial class MyNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Numbers",
                table: "SaveAttempts",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "MyNumberAccess",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Establishment = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    EventId = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorId = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Result = table.Column<int>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: true),
                    EmployeeNumber = table.Column<string>(type: "TEXT", nullable: true),
                    IsDependent = table.Column<bool>(type: "INTEGER", nullable: true),
                    DependentBirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ContactId = table.Column<string>(type: "TEXT", nullable: true),
                    Path = table.Column<string>(type: "TEXT", nullable: true),
                    PreviousSeal = table.Column<string>(type: "TEXT", nullable: false),
                    Seal = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MyNumberAccess", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "MyNumbers",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Establishment = table.Column<string>(type: "TEXT", nullable: false),
                    ContactId = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    EmployeeNumber = table.Column<string>(type: "TEXT", nullable: true),
                    DependentBirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DependentGivenName = table.Column<string>(type: "TEXT", nullable: true),
                    PutAt = table.Column<long>(type: "INTEGER", nullable: false),
                    KeepUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Protected = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MyNumbers", x => x.Sequence);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MyNumberAccess_ActorId_At",
                table: "MyNumberAccess",
                columns: new[] { "ActorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_MyNumberAccess_Establishment_EventId",
                table: "MyNumberAccess",
                columns: new[] { "Establishment", "EventId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MyNumberAccess_Establishment_Number",
                table: "MyNumberAccess",
                columns: new[] { "Establishment", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MyNumbers_Establishment_ContactId_Path",
                table: "MyNumbers",
                columns: new[] { "Establishment", "ContactId", "Path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MyNumbers_OnePerDependent",
                table: "MyNumbers",
                columns: new[] { "Establishment", "EmployeeNumber", "DependentBirthDate", "DependentGivenName" },
                unique: true,
                filter: "\"State\" = 2 AND \"DependentGivenName\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MyNumbers_OnePerPerson",
                table: "MyNumbers",
                columns: new[] { "Establishment", "EmployeeNumber" },
                unique: true,
                filter: "\"State\" = 2 AND \"DependentGivenName\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MyNumbers_State_PutAt",
                table: "MyNumbers",
                columns: new[] { "State", "PutAt" });

            // The log is only added to.
            foreach (string change in new[] { "UPDATE", "DELETE" })
            {
                migrationBuilder.Sql(
                    $"""
                    CREATE TRIGGER "TR_MyNumberAccess_{change}" BEFORE {change} ON "MyNumberAccess"
                    BEGIN SELECT RAISE(ABORT, 'MyNumberAccess is append-only'); END;
                    """);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MyNumberAccess");

            migrationBuilder.DropTable(
                name: "MyNumbers");

            migrationBuilder.DropColumn(
                name: "Numbers",
                table: "SaveAttempts");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CellsContact.EntityFrameworkCore.Sqlite.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Contacts",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Establishment = table.Column<string>(type: "TEXT", nullable: false),
                    ContactId = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    IsReflected = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    SenderId = table.Column<string>(type: "TEXT", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", nullable: false),
                    Draft = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contacts", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "IntakeRefusals",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SenderId = table.Column<string>(type: "TEXT", nullable: false),
                    Establishment = table.Column<string>(type: "TEXT", nullable: false),
                    RuleId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IntakeRefusals", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Tombstones",
                columns: table => new
                {
                    Establishment = table.Column<string>(type: "TEXT", nullable: false),
                    ContactId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tombstones", x => new { x.Establishment, x.ContactId });
                });

            migrationBuilder.CreateTable(
                name: "ContactMoves",
                columns: table => new
                {
                    ContactSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Move_Action = table.Column<int>(type: "INTEGER", nullable: false),
                    Move_At = table.Column<long>(type: "INTEGER", nullable: false),
                    Move_From = table.Column<int>(type: "INTEGER", nullable: false),
                    Move_Memo = table.Column<string>(type: "TEXT", nullable: true),
                    Move_MessageToClient = table.Column<string>(type: "TEXT", nullable: true),
                    Move_OperatorId = table.Column<string>(type: "TEXT", nullable: false),
                    Move_ProcedureDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Move_ProcedureNumber = table.Column<string>(type: "TEXT", nullable: true),
                    Move_To = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactMoves", x => new { x.ContactSequence, x.Number });
                    table.ForeignKey(
                        name: "FK_ContactMoves_Contacts_ContactSequence",
                        column: x => x.ContactSequence,
                        principalTable: "Contacts",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContactSearchKeys",
                columns: table => new
                {
                    ContactSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Establishment = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactSearchKeys", x => new { x.ContactSequence, x.Key });
                    table.ForeignKey(
                        name: "FK_ContactSearchKeys_Contacts_ContactSequence",
                        column: x => x.ContactSequence,
                        principalTable: "Contacts",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SaveAttempts",
                columns: table => new
                {
                    ContactSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OperatorName = table.Column<string>(type: "TEXT", nullable: false),
                    DecisionHash = table.Column<string>(type: "TEXT", nullable: false),
                    WithoutColumn = table.Column<string>(type: "TEXT", nullable: false),
                    Edits = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    Receipt = table.Column<string>(type: "TEXT", nullable: true),
                    Move_Action = table.Column<int>(type: "INTEGER", nullable: false),
                    Move_At = table.Column<long>(type: "INTEGER", nullable: false),
                    Move_From = table.Column<int>(type: "INTEGER", nullable: false),
                    Move_Memo = table.Column<string>(type: "TEXT", nullable: true),
                    Move_MessageToClient = table.Column<string>(type: "TEXT", nullable: true),
                    Move_OperatorId = table.Column<string>(type: "TEXT", nullable: false),
                    Move_ProcedureDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Move_ProcedureNumber = table.Column<string>(type: "TEXT", nullable: true),
                    Move_To = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SaveAttempts", x => new { x.ContactSequence, x.Number });
                    table.ForeignKey(
                        name: "FK_SaveAttempts_Contacts_ContactSequence",
                        column: x => x.ContactSequence,
                        principalTable: "Contacts",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Establishment_ContactId",
                table: "Contacts",
                columns: new[] { "Establishment", "ContactId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Establishment_ReceivedAt_Status",
                table: "Contacts",
                columns: new[] { "Establishment", "ReceivedAt", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Status_Sequence",
                table: "Contacts",
                columns: new[] { "Status", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactSearchKeys_Key_Establishment",
                table: "ContactSearchKeys",
                columns: new[] { "Key", "Establishment" });

            migrationBuilder.CreateIndex(
                name: "IX_SaveAttempts_OneOpen",
                table: "SaveAttempts",
                column: "ContactSequence",
                unique: true,
                filter: "\"State\" = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContactMoves");

            migrationBuilder.DropTable(
                name: "ContactSearchKeys");

            migrationBuilder.DropTable(
                name: "IntakeRefusals");

            migrationBuilder.DropTable(
                name: "SaveAttempts");

            migrationBuilder.DropTable(
                name: "Tombstones");

            migrationBuilder.DropTable(
                name: "Contacts");
        }
    }
}

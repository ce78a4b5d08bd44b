// The console and the folder for temporary files are the whole process's.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
